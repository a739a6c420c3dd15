package io.sleddog.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.junit.Ride;
import io.sleddog.junit.Sled;
import io.sleddog.junit.SleddogTest;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Attributes and states of spans as they arrive, all of them in one invocation. */
@Timeout(120)
@SleddogTest(functionName = "pantry")
class AttributesIT {
  /** An attribute, the tag that it becomes, and whether that is a number. */
  private static final List<String[]> TAGS =
      List.of(
          row("shelf", "\"top\"", "shelf", "top"),
          row("http.request.method", "\"GET\"", "http.method", "GET"),
          row("http.response.status_code", "200", "http.status_code", "200"),
          row("http.status_code", "404", "http.status_code", "404"),
          row("http.response.body.size", "12", "http.response.content_length", 12.0),
          row("http.request.body.size", "13", "http.request.content_length", 13.0),
          row("http.request.header.referrer", "\"r\"", "http.referrer", "r"),
          row(
              "http.request.header.accept",
              "[\"a\",\"b\"]",
              "http.request.headers.accept",
              "[\"a\",\"b\"]"),
          row("network.protocol.version", "\"1.1\"", "http.version", "1.1"),
          row("server.address", "\"s\"", "http.server_name", "s"),
          row("client.address", "\"1.2.3.4\"", "http.client_ip", "1.2.3.4"),
          row("url.full", "\"https://a/b\"", "http.url", "https://a/b"),
          row("user_agent.original", "\"curl\"", "http.useragent", "curl"),
          row("weight", "1.5", "weight", 1.5),
          row("count", "7", "count", 7.0),
          row("huge", "9007199254740993", "huge", "9007199254740993"),
          row("fresh", "true", "fresh", "true"),
          row("names", "[\"ü\",\"\"]", "names", "[\"ü\",\"\"]"),
          row("empty", "[]", "empty", "[]"),
          row("text", "\"two\\nlines \\u0000\"", "text", "two\nlines \u0000"));

  private static String[] row(String key, String json, String tag, Object expected) {
    return new String[] {
      key, json, tag, expected.toString(), Boolean.toString(expected instanceof Double)
    };
  }

  @Test
  void attributes_ofEachType_becomeTheTagsOfDatadog(Sled sled) {
    List<String> shelves = new ArrayList<>();
    for (int i = 0; i < TAGS.size(); i++) {
      String[] row = TAGS.get(i);
      shelves.add(
          "{\"name\":\"s"
              + i
              + "\",\"attributes\":{\""
              + row[0]
              + "\":"
              + row[1]
              + ",\"resource.name\":\"s"
              + i
              + "\"}}");
    }
    Ride ride = sled.invoke(Pantry.class, "[" + String.join(",", shelves) + "]");
    for (int i = 0; i < TAGS.size(); i++) {
      String[] row = TAGS.get(i);
      Span span = resource(ride, "s" + i);
      Object value = row[4].equals("true") ? span.metrics().get(row[2]) : span.meta().get(row[2]);
      assertThat(String.valueOf(value)).as(row[0]).isEqualTo(row[3]);
      assertThat(span.meta()).doesNotContainKeys("resource.name", "otel.library.name");
      if (!row[0].equals(row[2])) {
        assertThat(span.meta()).doesNotContainKey(row[0]);
      }
    }
  }

  @Test
  void fields_namedByAttributes_comeBeforeWhatIsDerived(Sled sled) {
    Ride ride =
        sled.invoke(
            Pantry.class,
            "[{\"name\":\"n\",\"kind\":\"server\",\"attributes\":{\"operation.name\":\"o\","
                + "\"resource.name\":\"r\",\"service.name\":\"s\",\"span.type\":\"t\"}}]");
    Span span = resource(ride, "r");
    assertThat(span.name()).isEqualTo("o");
    assertThat(span.service()).isEqualTo("s");
    assertThat(span.type()).isEqualTo("t");
    assertThat(span.meta()).containsEntry("span.kind", "server").doesNotContainKey("service.name");
  }

  @Test
  void kinds_allOfThem_sayWhetherTheyAreMeasured(Sled sled) {
    List<String> kinds = List.of("internal", "server", "client", "producer", "consumer");
    List<String> shelves = new ArrayList<>();
    for (String kind : kinds) {
      shelves.add("{\"name\":\"" + kind + "\",\"kind\":\"" + kind + "\"}");
    }
    Ride ride = sled.invoke(Pantry.class, "[" + String.join(",", shelves) + "]");
    for (String kind : kinds) {
      Span span = resource(ride, kind);
      assertThat(span.meta()).containsEntry("span.kind", kind);
      assertThat(span.metrics().containsKey("_dd.measured"))
          .as(kind)
          .isEqualTo(kind.equals("client") || kind.equals("producer"));
      assertThat(span.type())
          .isEqualTo(Map.of("server", "web", "client", "http").getOrDefault(kind, "custom"));
      assertThat(span.service()).isEqualTo("pantry");
    }
  }

  @Test
  void status_ofEachCode_marksTheSpanOrNot(Sled sled) {
    Ride ride =
        sled.invoke(
            Pantry.class,
            "[{\"name\":\"unset\"},{\"name\":\"fine\",\"status\":\"OK\"},"
                + "{\"name\":\"bad\",\"status\":\"ERROR\",\"description\":\"burnt\"},"
                + "{\"name\":\"mute\",\"status\":\"ERROR\"}]");
    assertThat(resource(ride, "unset").meta()).doesNotContainKey("otel.status_code");
    assertThat(resource(ride, "unset").error()).isZero();
    assertThat(resource(ride, "fine").meta()).containsEntry("otel.status_code", "Ok");
    assertThat(resource(ride, "fine").error()).isZero();
    assertThat(resource(ride, "bad").error()).isEqualTo(1);
    assertThat(resource(ride, "bad").meta())
        .containsEntry("otel.status_code", "Error")
        .containsEntry("otel.status_description", "burnt")
        .containsEntry("error.message", "burnt");
    assertThat(resource(ride, "mute").error()).isEqualTo(1);
    assertThat(resource(ride, "mute").meta())
        .doesNotContainKeys("otel.status_description", "error.message");
  }

  private static Span resource(Ride ride, String resource) {
    return ride.spans().stream()
        .filter(span -> span.resource().equals(resource))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no span of " + resource + "\n" + ride));
  }
}
