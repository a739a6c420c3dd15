package io.sleddog.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.functions.LayerRedirect;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that know nothing of Sleddog, with and without the layer. */
@Timeout(180)
class FrameworksIT {
  private static final Map<String, String> NAMES =
      Map.of("DD_SERVICE", "shop", "DD_ENV", "prod", "DD_VERSION", "1.2");

  /** A function, an event that it likes, and what it then logs. */
  enum Function {
    SPRING(
        "../spring/target/spring-function.jar",
        "org.springframework.cloud.function.adapter.aws.FunctionInvoker",
        "{\"bread\":\"rye\"}",
        "Baked rye"),
    QUARKUS(
        "../quarkus/target/function.zip",
        "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest",
        "{\"bread\":\"rye\"}",
        "Baked rye"),
    POWERTOOLS(
        "../powertools/target/powertools-function.jar",
        "com.example.powertools.Bakery",
        "{\"bread\":\"rye\"}",
        "Baked rye"),
    POWERTOOLS_TRACING(
        "../powertools-tracing/target/powertools-tracing-function.jar",
        "com.example.tracing.Bakery",
        "{\"bread\":\"rye\"}",
        "Baked rye"),
    MICRONAUT(
        "../micronaut/target/micronaut-function.jar",
        "com.example.micronaut.Bakery",
        "{\"bread\":\"rye\"}",
        "Baked rye"),
    SHADED_SDK(
        "../shaded-sdk/target/shaded-sdk-function.jar",
        "com.example.shaded.Bakery",
        "{\"bread\":\"rye\"}",
        "Baked rye"),
    OPENTELEMETRY(
        "../opentelemetry/target/opentelemetry-function.jar",
        "com.example.otel.Bakery",
        "{\"bread\":\"rye\"}",
        ""),
    LOGBACK(
        "samples/order-service.jar",
        "com.example.orders.OrderService",
        "place-order.json",
        "Placed order"),
    LOG4J2(
        "samples/queue-worker.jar",
        "com.example.warehouse.QueueWorker::handleRequest",
        "two-orders.json",
        "Packed");

    private final String code;
    private final String handler;
    private final String event;
    private final String logs;

    Function(String code, String handler, String event, String logs) {
      this.code = code;
      this.handler = handler;
      this.event = event;
      this.logs = logs;
    }

    FunctionSpec spec() {
      Path path = code.startsWith("samples/") ? Run.parts().file(code) : Path.of(code);
      return FunctionSpec.of("bakery", handler, path)
          .withEnvironment(NAMES)
          .withEnvironment(Map.of("MAIN_CLASS", "com.example.spring.Bakery"));
    }

    FunctionSpec underLayer() {
      return LayerRedirect.apply(spec(), Run.parts().file("layer/sleddog-layer.zip"));
    }

    String event() throws IOException {
      if (event.startsWith("{")) {
        return event;
      }
      try (InputStream in = FrameworksIT.class.getResourceAsStream("/events/" + event)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OPENTELEMETRY")
  void invoke_underTheLayer_answersTheSameAndLogsItsTrace(Function function) throws Exception {
    Run bare = Run.of(function.spec(), function.event());
    Run layered = Run.of(function.underLayer(), function.event());

    assertThat(layered.answer()).isEqualTo(bare.answer());
    assertThat(layered.execution().invocation().status()).isEqualTo(InvocationStatus.SUCCESS);
    assertCorrelated(layered, function, !function.code.startsWith("samples/"));
  }

  @ParameterizedTest
  @EnumSource(names = {"POWERTOOLS", "LOGBACK", "LOG4J2"})
  void invoke_inLambdasJsonLogFormat_logsItsTrace(Function function) throws Exception {
    Run layered = Run.of(function.underLayer().withLogFormat(LogFormat.JSON), function.event());

    assertCorrelated(layered, function, function != Function.LOGBACK);
  }

  @ParameterizedTest
  @EnumSource(names = {"SPRING", "QUARKUS", "POWERTOOLS", "POWERTOOLS_TRACING", "MICRONAUT"})
  void invoke_functionThrows_theErrorIsTheSameAndInTheSpan(Function function) throws Exception {
    String event = "{\"bread\":\"stone\"}";
    Run bare = Run.of(function.spec(), event);
    Run layered = Run.of(function.underLayer(), event);

    assertThat(layered.answer()).isEqualTo(bare.answer()).contains("cannot bake a stone");
    assertThat(layered.span("aws.lambda").get("error").asInt()).isEqualTo(1);
    assertThat(layered.span("aws.lambda").get("meta").get("error.message").asText())
        .contains("cannot bake a stone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rye", "stone"})
  void invoke_functionUsesOpenTelemetry_itsSpansAreInTheTrace(String bread) throws Exception {
    Run layered = Run.of(Function.OPENTELEMETRY.underLayer(), "{\"bread\":\"" + bread + "\"}");

    JsonNode bake = layered.span("internal");
    assertThat(bake.get("parent_id")).isEqualTo(layered.span("aws.lambda").get("span_id"));
    assertThat(bake.get("resource").asText()).isEqualTo("bake");
    assertThat(bake.get("service").asText()).isEqualTo("shop");
    assertThat(bake.get("meta").get("bread").asText()).isEqualTo(bread);
    assertThat(bake.get("error").asInt()).isEqualTo(bread.equals("stone") ? 1 : 0);
  }

  @Test
  void invoke_sdkUnderAnotherName_worksAndIsNotSeen() throws Exception {
    Run layered = Run.of(Function.SHADED_SDK.underLayer(), "{\"bread\":\"rye\"}");

    assertThat(layered.answer()).isEqualTo("\"com.example.shaded.awssdk.services.sqs\"");
    assertThat(layered.spans())
        .extracting(span -> span.get("name").asText())
        .containsOnly("aws.lambda", "aws.lambda.load");
    assertThat(layered.lines()).noneMatch(line -> line.contains("Sleddog:"));
  }

  private static void assertCorrelated(Run run, Function function, boolean allKeys) {
    JsonNode span = run.span("aws.lambda");
    assertThat(span.get("service").asText()).isEqualTo("shop");
    String line = run.line(function.logs);
    assertThat(line).contains(run.logTraceId(), Run.logSpanId(span));
    if (allKeys) {
      assertThat(line).contains("dd.service", "shop", "dd.env", "prod", "dd.version", "1.2");
    }
  }
}
