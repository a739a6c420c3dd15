package io.sleddog.macro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sleddog.macro.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacroHandlerTest {
  private static final String NUMBERS =
      "{\"a\":1.0,\"b\":1.10,\"c\":12345678901234567890,\"d\":0.1,\"e\":\"ü\",\"f\":null}";

  @Test
  void json_readAndWritten_keepsEveryDigit() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Json.write(Json.read(new ByteArrayInputStream(NUMBERS.getBytes(UTF_8))).get(), output);
    assertThat(output.toString(UTF_8)).isEqualTo(NUMBERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "[]", "1", "{\"unfinished\":"})
  void json_otherInput_isNothing(String input) throws IOException {
    assertThat(Json.read(new ByteArrayInputStream(input.getBytes(UTF_8)))).isEmpty();
  }

  @Test
  void respond_emptyEvent_isAFailureWithAMessage() throws IOException {
    JsonNode response = new Macro(Map.of(), "test", line -> {}).respond(Json.object());
    assertThat(response)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"requestId\":\"\",\"status\":\"failure\",\"fragment\":{},\"errorMessage\":"
                        + "\"The macro works on whole templates with Resources. Name it in the"
                        + " template's Transform, not in Fn::Transform.\"}"));
  }

  @Test
  void respond_eventWithoutPlace_guessesNothing() throws IOException {
    String event =
        """
        {"params": {"javaLayerVersion": 1,
           "forwarderArn": "arn:aws:lambda:eu-west-1:1:function:f"},
         "fragment": {"Resources": {"Orders": {"Type": "AWS::Lambda::Function",
           "Properties": {"Runtime": "java21", "Handler": "com.acme.Orders"}}}}}
        """;
    JsonNode response =
        new Macro(Map.of(), "test", line -> {})
            .respond(Json.read(new ByteArrayInputStream(event.getBytes(UTF_8))).get());
    assertThat(response.get("status").asText()).isEqualTo("success");
    assertThat(response.at("/fragment/Resources/Orders/Properties/Layers/0/Fn::Sub").asText())
        .isEqualTo("arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:layer:sleddog:1");
  }

  @Test
  void toolVersion_fromTheBuild_isANumber() {
    assertThat(ToolVersion.read()).matches("\\d+\\.\\d+\\.\\d+.*");
  }
}
