package io.sleddog.cdk.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.Emulator;
import io.sleddog.cdk.NeedsNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NeedsNode
class ForwarderTemplateIT {
  private static final String KEY = "forwarder.zip";
  private static final byte[] ZIP = {
    'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final String SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:dd";

  @Test
  void stack_ofTheTemplate_isCreatedAndFollowsItsParameters() throws Exception {
    Emulator emulator = Emulator.required();
    String name = "forwarder-" + UUID.randomUUID();
    String template = TemplateWriter.write();
    Map<String, String> parameters =
        new HashMap<>(
            Map.of(
                "CodeBucket",
                emulator.bucketWith(KEY, ZIP),
                "CodeKey",
                KEY,
                "DdApiKeySecretArn",
                SECRET,
                "DdSite",
                "datadoghq.eu"));

    emulator.deploy("CreateStack", name, template, parameters);
    assertThat(emulator.status(name)).isEqualTo("CREATE_COMPLETE");
    String function = emulator.output(name, "DatadogForwarderArn");
    JsonNode before = emulator.function(function);
    parameters.put("DdTags", "env:prod");
    emulator.deploy("UpdateStack", name, template, parameters);
    assertThat(emulator.status(name)).isEqualTo("UPDATE_COMPLETE");
    JsonNode after = emulator.function(function);

    assertThat(before.at("/Environment/Variables/DD_SITE").asText()).isEqualTo("datadoghq.eu");
    assertThat(before.at("/Environment/Variables/DD_API_KEY_SECRET_ARN").asText())
        .isEqualTo(SECRET);
    assertThat(before.at("/Environment/Variables/DD_S3_BUCKET_NAME").asText())
        .isEqualTo(emulator.output(name, "ForwarderBucketName"));
    assertThat(before.at("/Environment/Variables").has("DD_TAGS")).isFalse();
    assertThat(emulator.output(name, "DatadogForwarderArn")).isEqualTo(function);
    assertThat(after.at("/Environment/Variables/DD_TAGS").asText()).isEqualTo("env:prod");
  }

  @Test
  void stack_ofAForwarderInPython_isUpdatedInPlace() throws Exception {
    Emulator emulator = Emulator.required();
    String name = "forwarder-" + UUID.randomUUID();
    String python = Files.readString(Path.of("src/test/resources/template/python-forwarder.yaml"));
    Map<String, String> parameters =
        new HashMap<>(Map.of("DdApiKeySecretArn", SECRET, "DdSite", "datadoghq.eu"));

    emulator.deploy("CreateStack", name, python, parameters);
    String function = emulator.output(name, "DatadogForwarderArn");
    parameters.put("CodeBucket", emulator.bucketWith(KEY, ZIP));
    parameters.put("CodeKey", KEY);
    emulator.deploy("UpdateStack", name, TemplateWriter.write(), parameters);

    assertThat(emulator.status(name)).isEqualTo("UPDATE_COMPLETE");
    assertThat(emulator.output(name, "DatadogForwarderArn")).isEqualTo(function);
    JsonNode after = emulator.function(function);
    assertThat(after.path("Runtime").asText()).isEqualTo("java25");
    assertThat(after.path("Handler").asText()).startsWith("io.sleddog.forwarder.");
    assertThat(after.at("/Environment/Variables/DD_API_KEY_SECRET_ARN").asText()).isEqualTo(SECRET);
  }
}
