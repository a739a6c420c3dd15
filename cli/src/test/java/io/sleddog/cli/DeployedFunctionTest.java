package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.sleddog.cli.json.Json;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.LogFormat;
import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function as GetFunction describes it, with its zips on a server of the test. */
class DeployedFunctionTest {
  private static final String LAYER = "arn:aws:lambda:eu-west-1:1:layer:%s:3";

  private final Path folder;
  private final HttpServer server;
  private final List<String> calls = new ArrayList<>();
  private String described = "";

  DeployedFunctionTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] path = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
          boolean there = exchange.getRequestURI().getPath().endsWith(".zip");
          exchange.sendResponseHeaders(there ? 200 : 403, path.length);
          exchange.getResponseBody().write(path);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private FunctionSpec take() {
    return new DeployedFunction(this::answer, new Downloads(folder)).take("orders");
  }

  private JsonNode answer(String operation, Map<String, ?> input) {
    calls.add(operation + " " + input.values());
    String root = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return Json.parse(
        operation.equals("GetFunction")
            ? described.replace("ROOT/", root)
            : "{\"Content\":{\"Location\":\"" + root + "layer.zip?X-Amz-Signature=secret\"}}");
  }

  private static String function(String members) {
    return "{\"Configuration\":{\"FunctionName\":\"orders\","
        + members
        + "},\"Code\":{\"Location\":\"ROOT/code.zip?X-Amz-Signature=secret\"}}";
  }

  @Test
  void take_plainFunction_isAsItIsThere() throws Exception {
    described =
        function(
            "\"Runtime\":\"java21\",\"Handler\":\"com.acme.Orders\",\"MemorySize\":1024,"
                + "\"Timeout\":60,\"LoggingConfig\":{\"LogFormat\":\"JSON\"},"
                + "\"Environment\":{\"Variables\":{\"TABLE\":\"orders\"}},"
                + "\"Layers\":[{\"Arn\":\""
                + LAYER.formatted("own")
                + "\"}]");

    FunctionSpec spec = take();

    assertThat(spec.name()).isEqualTo("orders");
    assertThat(spec.handler()).isEqualTo("com.acme.Orders");
    assertThat(spec.memoryMb()).isEqualTo(1024);
    assertThat(spec.timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(spec.logFormat()).isEqualTo(LogFormat.JSON);
    assertThat(spec.environment()).containsExactly(Map.entry("TABLE", "orders"));
    assertThat(Files.readString(spec.code())).isEqualTo("/code.zip");
    assertThat(spec.layers()).hasSize(1);
    assertThat(calls)
        .containsExactly(
            "GetFunction [orders]", "GetLayerVersionByArn [" + LAYER.formatted("own") + "]");
  }

  @Test
  void take_functionUnderALayer_isTheFunctionItself() {
    described =
        function(
            "\"Runtime\":\"java17\",\"Handler\":\"io.sleddog.lambda.LayerHandler::handleRequest\","
                + "\"Environment\":{\"Variables\":{\"DD_LAMBDA_HANDLER\":\"com.acme.Orders\","
                + "\"AWS_LAMBDA_EXEC_WRAPPER\":\"/opt/datadog_wrapper\",\"DD_ENV\":\"prod\"}},"
                + "\"Layers\":[{\"Arn\":\""
                + LAYER.formatted("sleddog")
                + "\"},{\"Arn\":\""
                + LAYER.formatted("Datadog-Extension")
                + "\"}]");

    FunctionSpec spec = take();

    assertThat(spec.handler()).isEqualTo("com.acme.Orders");
    assertThat(spec.environment()).containsExactly(Map.entry("DD_ENV", "prod"));
    assertThat(spec.layers()).isEmpty();
    assertThat(spec.memoryMb()).isEqualTo(512);
  }

  @Test
  void take_ownWrapperScript_stays() {
    described =
        function(
            "\"Runtime\":\"java17\",\"Handler\":\"a.B\",\"Environment\":{\"Variables\":"
                + "{\"AWS_LAMBDA_EXEC_WRAPPER\":\"/opt/mine\"}}");

    assertThat(take().environment()).containsEntry("AWS_LAMBDA_EXEC_WRAPPER", "/opt/mine");
  }

  @Test
  void take_whatDoesNotRunHere_saysWhy() {
    described = function("\"PackageType\":\"Image\"");
    assertThatThrownBy(this::take)
        .isInstanceOf(UserProblem.class)
        .hasMessage("The function orders is a container image.");

    described = function("\"Runtime\":\"python3.12\",\"Handler\":\"a.b\"");
    assertThatThrownBy(this::take)
        .isInstanceOf(UserProblem.class)
        .hasMessage("The function orders runs on python3.12.");
  }

  @Test
  void take_codeThatIsNotGiven_saysSoWithoutTheSignature() {
    described =
        function("\"Runtime\":\"java21\",\"Handler\":\"a.B\"").replace("code.zip", "denied");
    assertThatThrownBy(this::take)
        .isInstanceOf(UserProblem.class)
        .hasMessage("The code of orders cannot be downloaded: the answer was 403.");

    described = "{\"Configuration\":{\"Runtime\":\"java21\"},\"Code\":{\"Location\":\"s3://x y\"}}";
    assertThatThrownBy(this::take)
        .isInstanceOf(UserProblem.class)
        .hasMessageStartingWith("The code of orders cannot be downloaded: AWS gave no address")
        .hasMessageNotContaining("s3://");
  }
}
