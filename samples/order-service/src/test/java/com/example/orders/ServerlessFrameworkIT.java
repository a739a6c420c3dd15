package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The neighbouring Serverless Framework file, compiled by the framework with this service's jar.
 */
class ServerlessFrameworkIT {
  private static final String LAYER = "arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:1";
  private static final String FORWARDER = "arn:aws:lambda:eu-west-1:123456789012:function:fwd";

  @Test
  void file_packaged_redirectsAndSubscribesItsFunction(@TempDir Path folder) throws Exception {
    assumeTrue(isInstalled(), "skipped: serverless (version 3) is not on the path");

    String said = run(folder);

    Path compiled = folder.resolve("cloudformation-template-update-stack.json");
    assertThat(compiled).as(said).exists();
    assertThat(Files.readString(compiled).replaceAll("\\s", ""))
        .contains("\"Handler\":\"io.sleddog.lambda.LayerHandler::handleRequest\"")
        .contains("\"DD_LAMBDA_HANDLER\":\"com.example.orders.OrderService::handleRequest\"")
        .contains("\"Layers\":[\"" + LAYER + "\"]")
        .contains("\"LogGroupName\":{\"Ref\":\"OrdersLogGroup\"}")
        .contains("\"DestinationArn\":\"" + FORWARDER + "\"");
  }

  private static String run(Path folder) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "serverless",
            "package",
            "--package",
            folder.toString(),
            "--param",
            "layer=" + LAYER,
            "--param",
            "forwarder=" + FORWARDER);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(new File("../serverless-framework"))
            .redirectErrorStream(true);
    builder.environment().put("SLS_TELEMETRY_DISABLED", "1");
    builder.environment().put("SLS_NOTIFICATIONS_MODE", "off");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("serverless", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
