package io.sleddog.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sleddog.cdk.forwarder.ApiKey;
import io.sleddog.cdk.forwarder.ForwarderProps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.lambda.Code;

/** An app with a stack, and the template that comes of it as JSON. */
final class Synth {
  static final String ACCOUNT = "123456789012";
  static final String KEY = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:dd-AbCdEf";

  private static final byte[] EMPTY_ZIP = {
    'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  final App app;
  final Stack stack;

  private Synth(Map<String, Object> context, @Nullable Environment env) {
    app =
        new App(
            AppProps.builder()
                .analyticsReporting(false)
                .context(context)
                .outdir(newFolder().toString())
                .build());
    stack = new Stack(app, "Stack", StackProps.builder().env(env).build());
  }

  /** A stack that learns region and account when it is deployed. */
  static Synth anywhere() {
    return new Synth(Map.of(), null);
  }

  static Synth in(String region) {
    return new Synth(
        Map.of("@aws-cdk/core:enablePartitionLiterals", true),
        Environment.builder().account(ACCOUNT).region(region).build());
  }

  /** A stack whose partition CDK leaves to the deployment. */
  static Synth inAnyPartitionOf(String region) {
    return new Synth(Map.of(), Environment.builder().account(ACCOUNT).region(region).build());
  }

  /** An app with a feature flag of CDK. */
  static Synth with(String flag) {
    return new Synth(
        Map.of("@aws-cdk/core:enablePartitionLiterals", true, flag, true),
        Environment.builder().account(ACCOUNT).region("eu-west-1").build());
  }

  /** Properties of a stack in the same account and region. */
  StackProps sameEnvironment() {
    return StackProps.builder()
        .env(Environment.builder().account(stack.getAccount()).region(stack.getRegion()).build())
        .build();
  }

  static Path zip() {
    try {
      return Files.write(newFolder().resolve("code.zip"), EMPTY_ZIP);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Properties with what every forwarder needs. */
  static ForwarderProps.Builder props() {
    return ForwarderProps.builder()
        .apiKey(ApiKey.fromSecretArn(KEY))
        .code(Code.fromAsset(zip().toString()));
  }

  Forwarder forwarder(ForwarderProps.Builder props) {
    return new Forwarder(stack, "Forwarder", props.build());
  }

  Forwarder forwarder() {
    return forwarder(props());
  }

  JsonNode template() {
    return templateOf(stack);
  }

  static JsonNode templateOf(Stack stack) {
    return new ObjectMapper().valueToTree(Template.fromStack(stack).toJSON());
  }

  List<JsonNode> all(String type) {
    return allIn(template(), type);
  }

  static List<JsonNode> allIn(JsonNode template, String type) {
    List<JsonNode> found = new ArrayList<>();
    template
        .path("Resources")
        .forEach(
            resource -> {
              if (resource.path("Type").asText().equals(type)) {
                found.add(resource);
              }
            });
    return found;
  }

  /** The properties of the only resource of that type. */
  JsonNode only(String type) {
    List<JsonNode> found = all(type);
    if (found.size() != 1) {
      throw new AssertionError("Expected one " + type + " but found " + found.size());
    }
    return found.get(0).path("Properties");
  }

  /** All statements of all policies of roles in the template. */
  List<JsonNode> statements() {
    return all("AWS::IAM::Policy").stream()
        .flatMap(
            policy ->
                StreamSupport.stream(
                    policy.at("/Properties/PolicyDocument/Statement").spliterator(), false))
        .toList();
  }

  JsonNode statement(String sid) {
    return statements().stream()
        .filter(statement -> statement.path("Sid").asText().equals(sid))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No statement " + sid));
  }

  private static Path newFolder() {
    try {
      Path base = Files.createDirectories(Path.of("target", "synth"));
      return Files.createTempDirectory(base, "").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
