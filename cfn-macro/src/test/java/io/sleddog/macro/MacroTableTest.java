package io.sleddog.macro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.json.Json;
import io.sleddog.rules.GoldenCases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events and what the macro answers: {@code event.json}, without the members that are the same for
 * all, and {@code response.json}, with the lines of the log.
 */
class MacroTableTest {
  private static final GoldenCases CASES =
      new GoldenCases("table", Set.of("event.json"), Set.of("response.json"));

  static List<String> cases() {
    return CASES.names();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void respond_event_isAsInTheTable(String name) throws IOException {
    ObjectNode event = event(name);
    List<String> log = new ArrayList<>();
    ObjectNode response = new Macro(environment(event), "macro-test", log::add).respond(event);
    if (!log.isEmpty()) {
      log.forEach(response.putArray("log")::add);
    }
    CASES.check(name, "response.json", print(response));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void respond_itsOwnFragment_changesNothing(String name) throws IOException {
    ObjectNode event = event(name);
    Macro macro = new Macro(environment(event), "macro-test", line -> {});
    ObjectNode first = macro.respond(event);
    event.set("fragment", first.get("fragment"));
    assertThat(macro.respond(event)).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void respond_whatIsNoFunction_staysAsItIs(String name) throws IOException {
    ObjectNode event = event(name);
    ObjectNode before = event.deepCopy();
    JsonNode after =
        new Macro(environment(event), "macro-test", line -> {}).respond(event).get("fragment");
    assertThat(event).isEqualTo(before);
    for (Map.Entry<String, JsonNode> section : before.path("fragment").properties()) {
      if (!section.getKey().equals("Resources")) {
        assertThat(after.get(section.getKey()).toString()).isEqualTo(section.getValue().toString());
      }
    }
    for (Map.Entry<String, JsonNode> resource : before.at("/fragment/Resources").properties()) {
      if (!mayChange(resource.getValue())) {
        assertThat(after.at("/Resources").get(resource.getKey())).isEqualTo(resource.getValue());
      }
    }
  }

  private static boolean mayChange(JsonNode resource) {
    return Set.of(
            "AWS::Lambda::Function",
            "AWS::Serverless::Function",
            "AWS::IAM::Role",
            "AWS::Logs::SubscriptionFilter")
        .contains(resource.path("Type").asText());
  }

  private static ObjectNode event(String name) throws IOException {
    byte[] bytes = CASES.input(name, "event.json").getBytes(StandardCharsets.UTF_8);
    ObjectNode event = Json.object().put("region", "eu-west-1").put("accountId", "123456789012");
    event.put("requestId", "request-1").put("transformId", "123456789012::Sleddog");
    return event.setAll(Json.read(new ByteArrayInputStream(bytes)).orElseThrow());
  }

  private static Map<String, String> environment(ObjectNode event) {
    Map<String, String> environment = new HashMap<>();
    event
        .path("environment")
        .properties()
        .forEach(it -> environment.put(it.getKey(), it.getValue().asText()));
    return environment;
  }

  private static String print(ObjectNode response) throws IOException {
    DefaultPrettyPrinter.Indenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return new ObjectMapper().writer(printer).writeValueAsString(response) + "\n";
  }
}
