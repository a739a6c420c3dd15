package io.sleddog.lambda;

import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.JsonNode;
import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.ObjectMapper;
import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.SerializationFeature;
import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.node.ArrayNode;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event with what the function answers: read from a file, run, written as what came of it. */
final class EventCase {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String ARN = "arn:aws:lambda:us-east-1:012345678912:function:test_function";
  private static final String XRAY =
      "Root=1-5e272390-8c398be037738dc042009320;Parent=94ae789b969f1cc5;Sampled=0";

  private final JsonNode input;
  private final FunctionUnderTest function = new FunctionUnderTest(Answers.class);

  EventCase(String text) throws IOException {
    input = JSON.readTree(text);
    function.with("AWS_LAMBDA_FUNCTION_NAME", "test_function");
    for (Map.Entry<String, JsonNode> variable : input.path("env").properties()) {
      function.with(variable.getKey(), variable.getValue().asText());
    }
  }

  /** Runs the event; gives the response, if there was one, and the lines, as pretty JSON. */
  String run() throws IOException {
    function.with(context("warm")).start();
    if (!input.path("cold").asBoolean()) {
      function.invoke("{\"warm\":\"up\"}");
    }
    function.clock().advanceMillis(input.path("waitMillis").asLong());
    int before = function.lines().size();
    ArrayNode result = JSON.createArrayNode();
    function.with(context("event"));
    try {
      result.addObject().set("response", JSON.readTree(function.invoke(event())));
    } catch (Functions.Refused expected) {
      result.addObject().put("thrown", expected.getMessage());
    }
    List<String> lines = function.lines();
    for (String line : lines.subList(before, lines.size())) {
      result.add(JSON.readTree(line));
    }
    return JSON.writeValueAsString(result) + "\n";
  }

  /** What the user would have been told. */
  List<String> warnings() {
    return function.warnings().messages();
  }

  /** What the user should be told: mostly nothing. */
  List<String> expectedWarnings() {
    List<String> expected = new ArrayList<>();
    input.path("warnings").forEach(message -> expected.add(message.asText()));
    return expected;
  }

  private String event() {
    return input.has("text") ? input.get("text").asText() : input.get("event").toString();
  }

  private FakeContext context(String requestId) {
    JsonNode xray = input.path("xray");
    JsonNode custom = input.path("clientContext").path("custom");
    return new FakeContext()
        .requestId(requestId)
        .arn(input.path("arn").asText(ARN))
        .memory(1024)
        .xray(xray.isNull() ? null : xray.asText(XRAY))
        .custom(custom.isObject() ? custom(custom) : null)
        .answer(requestId.equals("warm") ? "null" : answer());
  }

  private static Map<String, String> custom(JsonNode object) {
    Map<String, String> custom = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      custom.put(member.getKey(), member.getValue().asText());
    }
    return custom;
  }

  private @Nullable String answer() {
    return input.has("throws") ? null : input.get("reply").toString();
  }

  /** A function that answers what its context says, or refuses. */
  public static final class Answers implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      String answer = ((FakeContext) context).answer();
      if (answer == null) {
        throw new Functions.Refused();
      }
      response.write(answer.getBytes(StandardCharsets.UTF_8));
    }
  }
}
