package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.json.Json;
import io.sleddog.emulator.AwsEmulator;
import io.sleddog.emulator.UsesAwsEmulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** The commands against an emulator of AWS, with the real SDK. */
@UsesAwsEmulator(functions = true)
@Timeout(600)
class InstrumentIT {
  private static final String REGION = "eu-west-1";

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private final AwsEmulator emulator;
  private final SdkAt sdk;

  InstrumentIT(AwsEmulator emulator) {
    this.emulator = emulator;
    this.sdk = new SdkAt(emulator);
  }

  @AfterEach
  void leaveEmulator() {
    sdk.close();
  }

  /**
   * AWS throttles every fourth change, may not change one function, and another has been changed
   * meanwhile; the rest is done all the same, and a second run does what is left.
   */
  @Test
  void twoHundredFunctions_areInstrumentedAlthoughAwsThrottlesAndRefuses() throws IOException {
    create(200);
    try (FlakyEndpoint aws = new FlakyEndpoint(emulator.endpoint())) {
      aws.refuse(run + "-f7", "AccessDeniedException");
      aws.refuse(run + "-f8", "PreconditionFailedException");
      sdk.through(aws.address().toString());
      assertThat(sleddog("lambda", "instrument", "--forwarder", run + "-forwarder", "--keep-going"))
          .isEqualTo(1);
      assertThat(summary("changed")).isEqualTo(198);
      assertThat(errors())
          .containsExactlyInAnyOrder("AccessDeniedException", "PreconditionFailedException");
      assertThat(aws.throttled()).isGreaterThan(100);
    } finally {
      sdk.directly();
    }
    assertThat(sleddog("lambda", "instrument", "--forwarder", run + "-forwarder")).isZero();
    assertThat(summary("changed")).isEqualTo(2);
    assertThat(summary("unchanged")).isEqualTo(198);
    assertThat(sleddog("lambda", "uninstrument")).isZero();
    assertThat(summary("changed")).isEqualTo(200);
  }

  private List<String> errors() {
    return Json.parse(out.toString(StandardCharsets.UTF_8))
        .path("result")
        .path("functions")
        .findValues("error")
        .stream()
        .map(it -> it.path("id").asText())
        .toList();
  }

  private int summary(String outcome) {
    JsonNode result = Json.parse(out.toString(StandardCharsets.UTF_8)).path("result");
    return result.path("summary").path(outcome).asInt();
  }

  private int sleddog(String group, String command, String... more) {
    out.reset();
    err.reset();
    Surroundings surroundings =
        new Surroundings(
            System.getenv(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    String[] words =
        Stream.concat(
                Stream.of(
                    group,
                    command,
                    "-r",
                    REGION,
                    "--json",
                    "--functions-regex",
                    "^" + run + "-f",
                    "--exclude",
                    run + "-forwarder"),
                Arrays.stream(more))
            .toArray(String[]::new);
    return new Program(surroundings, surroundings.session()).run(words);
  }

  private void create(int number) {
    URI endpoint = emulator.endpoint();
    try (IamClient iam =
            IamClient.builder()
                .endpointOverride(endpoint)
                .region(Region.AWS_GLOBAL)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        LambdaClient lambda =
            LambdaClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      String role =
          iam.createRole(it -> it.roleName(run).assumeRolePolicyDocument("{}")).role().arn();
      SdkBytes code = SdkBytes.fromByteArray(EmptyZip.bytes());
      lambda.publishLayerVersion(it -> it.layerName("sleddog").content(zip -> zip.zipFile(code)));
      create(lambda, run + "-forwarder", role, code);
      IntStream.range(0, number).forEach(it -> create(lambda, run + "-f" + it, role, code));
    }
  }

  private static void create(LambdaClient lambda, String name, String role, SdkBytes code) {
    lambda.createFunction(
        it ->
            it.functionName(name)
                .runtime(Runtime.JAVA21)
                .handler("com.acme.Orders::handle")
                .role(role)
                .environment(env -> env.variables(Map.of("KEPT", "yes")))
                .code(zip -> zip.zipFile(code)));
  }
}
