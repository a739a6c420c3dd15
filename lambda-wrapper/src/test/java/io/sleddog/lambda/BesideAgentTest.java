package io.sleddog.lambda;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.agent.Agent;
import io.sleddog.lambda.agent.FakeAgent;
import io.sleddog.lambda.config.AgentSettings;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.config.Settings;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.msgpack.value.Value;
import org.msgpack.value.ValueFactory;

/** A process outside Lambda, with the Agent beside it. */
@Timeout(60)
class BesideAgentTest {
  private final RecordingWarnings warnings = new RecordingWarnings();
  private final Map<String, String> variables = new HashMap<>();
  private final FakeAgent agent = new FakeAgent();

  BesideAgentTest() throws IOException {
    variables.putAll(agent.variables());
  }

  @AfterEach
  void stopAgent() {
    agent.close();
  }

  @Test
  void points_ofEveryType_goByDatagramWithTheTagsOfTheProcess() throws Exception {
    variables.put("DD_ENV", "prod");
    variables.put("DD_SERVICE", "shop");
    variables.put("DD_VERSION", "1.2");
    variables.put("DD_TAGS", "team:roast tier:gold");
    variables.put("DD_HOSTNAME", "mill");
    Instrumentation process = process();
    String tags = ",team:roast,tier:gold,env:prod,service:shop,version:1.2,host:mill";
    process.points().custom('d', "orders", 1.5, null, "a:b");
    process.points().custom('c', "sold", 2, null, "a:b");
    process.points().custom('g', "queue", 3, null, "a:b");
    process.points().custom('d', "late", 1, Instant.ofEpochSecond(1_699_999_999), "a:b");
    process.points().custom('d', "1st", 1, null);
    assertThat(agent.line()).isEqualTo("orders:1.5|d|#a:b" + tags);
    assertThat(agent.line()).isEqualTo("sold:2|c|#a:b" + tags);
    assertThat(agent.line()).isEqualTo("queue:3|g|#a:b" + tags);
    assertThat(agent.line()).isEqualTo("late:1|d|#a:b" + tags);
    assertThat(warnings.messages()).hasSize(1);
  }

  @Test
  void hostName_ofADyno_isItsPlaceInTheApplication() throws Exception {
    variables.put("DD_DYNO_HOST", "true");
    variables.put("HEROKU_APP_NAME", "coffee_house");
    variables.put("DYNO", "web.1");
    variables.put("DD_HOSTNAME", "d2f6c0");
    process().points().custom('d', "orders", 1, null);
    assertThat(agent.line()).isEqualTo("orders:1|d|#host:coffee-house.web.1");
  }

  @Test
  void eventAndCheck_goByDatagram() throws Exception {
    Instrumentation process = process();
    process.points().event("warning", "Roaster hot", "Drum 2", "a:b");
    process.points().check("grinder", 2, "jam", "a:b");
    assertThat(agent.line()).isEqualTo("_e{11,6}:Roaster hot|Drum 2|d:1700000000|t:warning|#a:b");
    assertThat(agent.line()).isEqualTo("_sc|grinder|2|d:1700000000|#a:b|m:jam");
  }

  @Test
  void spans_ofARoot_goAsOneTraceWhenItEnds() throws Exception {
    variables.put("DD_SERVICE", "shop");
    variables.put("DD_VERSION", "1.2");
    variables.put("DD_HOSTNAME", "mill");
    Instrumentation process = process();
    try (Span root = process.startRoot("web.request", Map.of())) {
      root.resource("GET /menu").type("web").tag("n", 1).tag("text", "ü");
      try (Span child = Telemetry.startSpan("grind")) {
        child.error(new IllegalStateException("no beans"));
        assertThat(Telemetry.traceHeaders())
            .containsKey("traceparent")
            .doesNotContainKey("x-datadog-origin")
            .extractingByKey("tracestate", InstanceOfAssertFactories.STRING)
            .startsWith("dd=s:1;t.dm:-0;p:");
      }
      assertThat(agent.hasTrace()).isFalse();
    }
    assertThat(Telemetry.currentSpan().spanId()).isEqualTo("0000000000000000");
    Value trace = agent.trace();
    Value root = trace.asArrayValue().get(0);
    Value child = trace.asArrayValue().get(1);
    assertThat(text(root, "name")).isEqualTo("web.request");
    assertThat(text(root, "resource")).isEqualTo("GET /menu");
    assertThat(text(root, "service")).isEqualTo("shop");
    assertThat(text(root, "type")).isEqualTo("web");
    assertThat(get(root, "parent_id")).hasToString("0");
    assertThat(get(root, "meta").toJson())
        .contains("\"text\":\"ü\"", "\"_dd.p.dm\":\"-0\"", "\"_dd.p.tid\":\"6553f10000000000\"")
        .contains("\"_dd.hostname\":\"mill\"", "\"version\":\"1.2\"")
        .doesNotContain("_dd.origin");
    assertThat(get(root, "metrics").toJson())
        .contains("\"_sampling_priority_v1\":1.0", "\"_dd.top_level\":1.0", "\"n\":1.0")
        .contains("\"_dd.agent_psr\":1.0");
    assertThat(get(child, "parent_id")).isEqualTo(get(root, "span_id"));
    assertThat(get(child, "trace_id")).isEqualTo(get(root, "trace_id"));
    assertThat(get(child, "error")).hasToString("1");
    assertThat(get(child, "metrics").toJson()).isEqualTo("{}");
    assertThat(agent.request())
        .startsWith("PUT /v0.4/traces")
        .contains("X-datadog-trace-count=[1]", "Datadog-meta-lang=[java]")
        .contains("Content-type=[application/msgpack]");
    assertThat(warnings.messages()).isEmpty();
  }

  @Test
  void root_withHeaders_goesOnWithTheirTrace() throws Exception {
    Map<String, String> headers =
        Map.of(
            "X-Datadog-Trace-Id", "77",
            "X-Datadog-Parent-Id", "78",
            "X-Datadog-Sampling-Priority", "2",
            "X-Datadog-Origin", "rum");
    process().startRoot("web.request", headers).close();
    Value root = agent.trace().asArrayValue().get(0);
    assertThat(get(root, "trace_id")).hasToString("77");
    assertThat(get(root, "parent_id")).hasToString("78");
    assertThat(get(root, "metrics").toJson()).contains("\"_sampling_priority_v1\":2.0");
    assertThat(get(root, "meta").toJson()).contains("\"_dd.origin\":\"rum\"");
  }

  @Test
  void sampling_afterTheAgentSaysSo_isByItsRate() throws Exception {
    agent.answering(200, "{\"rate_by_service\":{\"service:,env:\":0,\"service:x,env:\":\"?\"}}");
    Instrumentation process = process();
    process.startRoot("first", Map.of()).close();
    assertThat(get(agent.trace().asArrayValue().get(0), "metrics").toJson())
        .contains("\"_sampling_priority_v1\":1.0");
    Agent known = requireNonNull(process.agent());
    while (known.rate("unnamed-java-app") != 0) {
      Thread.onSpinWait();
    }
    process.startRoot("second", Map.of()).close();
    Value second = agent.trace().asArrayValue().get(0);
    assertThat(get(second, "metrics").toJson())
        .contains("\"_sampling_priority_v1\":0.0", "\"_dd.agent_psr\":0.0");
    assertThat(get(second, "meta").toJson()).doesNotContain("_dd.p.dm");
    assertThat(text(second, "service")).isEqualTo("unnamed-java-app");
  }

  @Test
  void sampling_byTheUsersRules_comesBeforeTheAgents() throws Exception {
    variables.put("DD_TRACE_SAMPLING_RULES", "[{\"name\":\"health\",\"sample_rate\":0}]");
    Instrumentation process = process();
    process.startRoot("health", Map.of()).close();
    process.startRoot("order", Map.of()).close();
    Value health = agent.trace().asArrayValue().get(0);
    assertThat(get(health, "metrics").toJson())
        .contains("\"_sampling_priority_v1\":-1.0", "\"_dd.rule_psr\":0.0")
        .doesNotContain("_dd.limit_psr", "_dd.agent_psr");
    assertThat(get(health, "meta").toJson()).doesNotContain("_dd.p.dm");
    Value order = agent.trace().asArrayValue().get(0);
    assertThat(get(order, "metrics").toJson()).contains("\"_sampling_priority_v1\":1.0");
  }

  @Test
  void rules_thatAreNone_areToldAndLeftOut() {
    variables.put("DD_TRACE_SAMPLING_RULES", "{\"sample_rate\":0}");
    try (Span order = process().startRoot("order", Map.of())) {
      assertThat(order.spanId()).isNotEqualTo("0000000000000000");
    }
    assertThat(warnings.messages())
        .containsExactly(
            "DD_TRACE_SAMPLING_RULES has a value that is not understood; using no rules");
  }

  @Test
  void traces_agentIsAway_waitAndGoWhenItIsBack() throws Exception {
    agent.answering(503, "");
    Instrumentation process = process();
    process.startRoot("kept", Map.of()).close();
    agent.request();
    agent.answering(200, "not json");
    assertThat(text(agent.trace().asArrayValue().get(0), "name")).isEqualTo("kept");
    assertThat(warnings.messages())
        .containsExactly("traces wait: the Agent's port for traces does not answer (IOException)");
    assertThat(requireNonNull(process.agent()).lostSpans()).isZero();
  }

  @Test
  void traces_agentRefuses_areCountedAndNotSentAgain() throws Exception {
    agent.answering(400, "");
    Instrumentation process = process();
    process.startRoot("bad", Map.of()).close();
    agent.request();
    Agent known = requireNonNull(process.agent());
    known.close();
    awaitLost(known, 1);
    assertThat(agent.hasTrace()).isFalse();
  }

  @Test
  void close_nobodyListens_givesUpAndCounts() {
    agent.close();
    Instrumentation process = process();
    process.startRoot("lost", Map.of()).close();
    Agent known = requireNonNull(process.agent());
    known.close();
    process.startRoot("too late", Map.of()).close();
    process.points().custom('d', "too.late", 1, null);
    awaitLost(known, 2);
    assertThat(known.lostPoints()).isEqualTo(1);
  }

  @Test
  void points_hostWithoutAddress_areCounted() {
    variables.put("DD_AGENT_HOST", "agent.invalid");
    Instrumentation process = process();
    process.points().custom('d', "orders", 1, null);
    Agent known = requireNonNull(process.agent());
    while (known.lostPoints() == 0) {
      Thread.onSpinWait();
    }
    assertThat(warnings.messages())
        .containsExactly(
            "points are lost: the Agent's port for metrics does not take them (IOException)");
  }

  @Test
  void addresses_badOnes_giveTheDefaultAndOneWarningEach() {
    variables.put("DD_DOGSTATSD_PORT", "0");
    variables.put("DD_TRACE_AGENT_PORT", "many");
    variables.put("DD_TRACE_AGENT_URL", "https://agent:8126");
    variables.put("DD_DOGSTATSD_URL", "unix:///var/run/datadog/dsd.socket");
    process();
    assertThat(warnings.messages())
        .containsExactlyInAnyOrder(
            "DD_DOGSTATSD_PORT has a value that is not understood; using 8125",
            "DD_TRACE_AGENT_PORT has a value that is not understood; using 8126",
            "DD_TRACE_AGENT_URL has a value that is not understood; using host and port by"
                + " themselves, since only http://host:port and unix:///path are spoken",
            "DD_DOGSTATSD_URL has a value that is not understood; using host and port by"
                + " themselves, since Java has UDP but no Unix datagrams: udp://host:port");
  }

  @ParameterizedTest
  @CsvSource({
    "udp://10.0.0.1:1234,      http://trace.example:99,  10.0.0.1:1234, trace.example:99, ",
    "UDP://10.0.0.1,           http://trace.example,     10.0.0.1:8125, trace.example:8126, ",
    "udp://[::1]:1234,         HTTP://[::1]:99/,         [::1]:1234,    [::1]:99, ",
    ",                         unix:///var/run/apm.sock, mill:7,        mill:8126,    /var/run/apm.sock",
    ",                         unix:/var/run/apm.sock,   mill:7,        mill:8126,    /var/run/apm.sock",
    "udp://,                   http://,                  mill:7,        mill:8, ",
    "udp:///path,              unix://host/path,         mill:7,        mill:8, ",
    "not an address,           unix:,                    mill:7,        mill:8, ",
    "unixgram:///dsd.socket,   10.0.0.1:8126,            mill:7,        mill:8, ",
  })
  void addresses_asUrls_comeBeforeHostAndPort(
      @Nullable String statsd,
      String traces,
      String expectedStatsd,
      String expectedTraces,
      @Nullable String expectedSocket) {
    variables.put("DD_AGENT_HOST", "mill");
    variables.put("DD_DOGSTATSD_PORT", "7");
    variables.put("DD_TRACE_AGENT_PORT", "8");
    variables.put("DD_DOGSTATSD_URL", statsd == null ? "" : statsd);
    variables.put("DD_TRACE_AGENT_URL", traces);
    Environment environment = new Environment(variables, warnings);
    AgentSettings settings = new AgentSettings(environment, new Settings(environment));
    assertThat(settings.statsdHost() + ":" + settings.statsdPort()).isEqualTo(expectedStatsd);
    assertThat(settings.traceHost() + ":" + settings.tracePort()).isEqualTo(expectedTraces);
    assertThat(settings.traceSocket()).isEqualTo(expectedSocket);
  }

  @Test
  void tracing_isOff_noSpanIsMade() {
    variables.put("DD_TRACE_ENABLED", "false");
    assertThat(process().startRoot("off", Map.of()).spanId()).isEqualTo("0000000000000000");
  }

  @Test
  void flushToLog_outsideLambda_asksForNoAgent() {
    variables.put("DD_FLUSH_TO_LOG", "true");
    assertThat(process().agent()).isNull();
  }

  /** Waits for the thread that sends; too many are a failure. */
  private static void awaitLost(Agent agent, long spans) {
    while (agent.lostSpans() < spans) {
      Thread.onSpinWait();
    }
    assertThat(agent.lostSpans()).isEqualTo(spans);
  }

  private Instrumentation process() {
    Environment environment = new Environment(variables, warnings);
    return new Instrumentation(environment, warnings, new FakeClock(), null, 1);
  }

  private static Value get(Value span, String key) {
    return requireNonNull(span.asMapValue().map().get(ValueFactory.newString(key)), key);
  }

  private static String text(Value span, String key) {
    return get(span, key).asStringValue().asString();
  }
}
