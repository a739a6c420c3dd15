package io.sleddog.junit;

import static io.sleddog.junit.SledAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import io.sleddog.lambda.Telemetry;
import io.sleddog.local.events.CallerContext;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fails, and what it says then. */
@SleddogTest(functionName = "shop")
class AssertionsTest {
  private static String shop(String order, Context context) {
    try (var span = Telemetry.startSpan("stock.reserve")) {
      span.tag("item", order).tag("count", 2);
    }
    try (var span = Telemetry.startSpan("stock.reserve")) {
      span.error(new IllegalStateException("sold out"));
    }
    Telemetry.distribution("orders.placed", 2, "kind:web");
    Telemetry.distribution("orders.placed", 3, "kind:web", "gift:yes");
    context.getLogger().log("{\"message\":\"placed\",\"order\":\"" + order + "\"}\n");
    context.getLogger().log("stray dd.trace_id=12345 end\n");
    return "{\"ok\":true}";
  }

  private static Consumer<RideAssert> span(String name, Consumer<SpanAssert> wants) {
    return ride -> ride.hasSpan(name, wants);
  }

  private static Consumer<RideAssert> metric(Consumer<MetricAssert> wants) {
    return ride -> ride.hasMetric("orders.placed", wants);
  }

  private static Consumer<RideAssert> log(String text, Consumer<LogAssert> wants) {
    return ride -> ride.hasLog(text, wants);
  }

  private record Miss(String message, Consumer<RideAssert> claim) {
    Named<Miss> named() {
      return Named.of(message, this);
    }
  }

  private static Miss miss(Consumer<RideAssert> claim, String message) {
    return new Miss(message, claim);
  }

  static Stream<Named<Miss>> misses() {
    return Stream.of(
            Stream.of(
                miss(RideAssert::failed, "Expected the invocation to fail, but it answered"),
                miss(RideAssert::timedOut, "to time out, but it succeeded"),
                miss(RideAssert::hasNoErrors, "no errors, but stock.reserve: sold out"),
                miss(ride -> ride.tookAtMost(Duration.ZERO), "to take at most PT0S, but PT"),
                miss(ride -> ride.hasResponse("{}"), "to answer {}, but \"{"),
                miss(ride -> ride.hasSpan("db"), "span db, but there are aws.lambda, stock.res"),
                miss(ride -> ride.hasNoSpan("aws.lambda"), "to have no span aws.lambda, but there"),
                miss(ride -> ride.hasSpans("aws.lambda"), "the spans [aws.lambda], but [aws.la"),
                miss(
                    ride -> ride.hasMetric("x"),
                    "but it wrote aws.lambda.enhanced.invocations, orders.placed"),
                miss(ride -> ride.hasNoMetric("orders.placed"), "but it did, ×2"),
                miss(ride -> ride.hasLog("lost"), "to log lost, but no line has that"),
                miss(ride -> ride.hasNoLog("placed"), "not to log placed, but {\"message\""),
                miss(RideAssert::hasCorrelatedLogs, "name its trace, but some do not")),
            spanMisses(),
            metricMisses(),
            logMisses())
        .flatMap(misses -> misses)
        .map(Miss::named);
  }

  private static Stream<Miss> spanMisses() {
    String name = "aws.lambda";
    return Stream.of(
        miss(span(name, s -> s.hasService("x")), "aws.lambda to have the service x, but shop"),
        miss(span(name, s -> s.hasResource("x")), "to have the resource x, but shop"),
        miss(span(name, s -> s.hasType("x")), "to have the type x, but serverless"),
        miss(span(name, s -> s.hasTag("x")), "to have the tag x, but it has ["),
        miss(span(name, s -> s.hasTag("env", "x")), "the tag env with x, but local"),
        miss(span(name, s -> s.hasNoTag("env")), "to have no tag env, but it has local"),
        miss(span(name, SpanAssert::hasError), "to be marked as failed, but it is not"),
        miss(span(name, s -> s.hasParent("x")), "to be below x, but none"),
        miss(span(name, s -> s.hasChild("x")), "child x, but its children are [stock.reserve"),
        miss(span(name, s -> s.hasChildren(1)), "to have 1 children, but they are [stock"),
        miss(span(name, s -> s.hasLinks(1)), "to have as many links as 1, but 0"),
        miss(span(name, s -> s.hasLinkTo(1, 2)), "1/0000000000000002, but it has []"),
        miss(span(name, s -> s.continues(1, 2)), "to be of the trace 0000000000000001, but"),
        miss(span(name, s -> s.tookAtMost(Duration.ofMillis(-1))), "to take at most -1 ms, but"),
        miss(span(name, s -> s.tookAtLeast(Duration.ofHours(1))), "at least 3600000 ms, but"),
        miss(span("stock.reserve", SpanAssert::isRoot), "2 candidates, none of which fits:"),
        miss(
            span(name, s -> s.hasChild("stock.reserve", c -> c.hasTag("item", "x"))),
            "- Expected the span stock.reserve to have the tag item with x, but tea"),
        miss(
            span(name, s -> s.hasChild("stock.reserve", c -> c.hasTag("count", 7))),
            "the tag count with 7.0, but 2.0"),
        miss(
            span(name, s -> s.hasChild("stock.reserve", c -> c.hasError("too late"))),
            "with too late, but java.lang.IllegalStateException: sold out"));
  }

  private static Stream<Miss> metricMisses() {
    return Stream.of(
        miss(metric(m -> m.hasCount(1)), "orders.placed to have as many values as 1, but 2"),
        miss(metric(m -> m.hasSum(4)), "to have the sum 4.0, but 5.0"),
        miss(metric(m -> m.hasValues(2, 4)), "the values [2.0, 4.0], but [2.0, 3.0]"),
        miss(metric(m -> m.hasTag("gift:yes")), "gift:yes everywhere, but there is [["),
        miss(metric(m -> m.hasNoTag("gift")), "to have no tag gift, but it has one"));
  }

  private static Stream<Miss> logMisses() {
    return Stream.of(
        miss(log("placed", l -> l.contains("lost")), "to contain lost, but {\"message\""),
        miss(log("placed", l -> l.hasService("x")), "to have the service x, but shop"),
        miss(log("placed", l -> l.hasTag("x:1")), "to have the tag x:1, but it has ["),
        miss(log("placed", l -> l.hasField("order", "x")), "the field order with x, but tea"),
        miss(log("placed", LogAssert::isCorrelated), "of the invocation, but it names none"),
        miss(log("stray", LogAssert::isCorrelated), "but it names 0000000000003039"));
  }

  @ParameterizedTest
  @MethodSource("misses")
  void claim_doesNotHold_saysWhatWasFoundAndShowsAll(Miss miss, Sled sled) {
    Ride ride = sled.invoke(AssertionsTest::shop, "tea");

    assertThatThrownBy(() -> miss.claim().accept(assertThat(ride)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageContaining(miss.message())
        .hasMessageContaining("└─ stock.reserve");
  }

  @Test
  void claims_hold_chain(Sled sled) {
    assertThat(sled.invoke(AssertionsTest::shop, "tea"))
        .succeeded()
        .hasSpan("stock.reserve")
        .hasNoSpan("db")
        .hasNoMetric("x")
        .hasMetric("orders.placed")
        .hasSpan("stock.reserve", span -> span.hasTag("item", "tea").hasTag("count", 2))
        .hasSpan("stock.reserve", span -> span.hasError("sold out").hasNoTag("item"))
        .hasSpan(
            "aws.lambda",
            span ->
                span.hasChildren(2)
                    .hasChild("stock.reserve", child -> child.hasTag("count", "2.0"))
                    .hasLinks(0)
                    .tookAtLeast(Duration.ZERO)
                    .tookAtMost(Duration.ofSeconds(30)))
        .hasMetric(
            "orders.placed",
            metric -> metric.hasCount(2).hasSum(5).hasValues(3, 2).hasTag("kind:web").hasNoTag("x"))
        .hasLog("placed", log -> log.hasField("order", "tea").hasField("none", "none"));
  }

  @Test
  void succeeded_whatThrew_showsTheError(Sled sled) {
    Ride ride =
        sled.invoke(
            (String order, Context context) -> {
              throw new IllegalStateException("no tea");
            },
            "tea");

    assertThatThrownBy(() -> assertThat(ride).succeeded())
        .hasMessageContaining("to succeed, but the handler threw: {\"errorMessage\":\"no tea\"");
    assertThatThrownBy(() -> assertThat(ride).failedWith("coffee"))
        .hasMessageContaining("to fail with coffee, but {\"errorMessage\":\"no tea\"");
    assertThatThrownBy(() -> assertThat(ride).hasSpan("aws.lambda", SpanAssert::hasNoError))
        .hasMessageContaining("to have no error, but no tea");
  }

  @Test
  void coldAndWarm_theOtherOne_saysSo(Sled sled) {
    sled.goCold();
    Ride cold = sled.invoke(AssertionsTest::shop, "tea");
    Ride warm = sled.invoke(AssertionsTest::shop, "tea");

    assertThatThrownBy(() -> assertThat(cold).wasWarm()).hasMessageContaining("it was a cold");
    assertThatThrownBy(() -> assertThat(warm).wasColdStart()).hasMessageContaining("it was warm");
  }

  @Test
  void isOneTrace_aloneOrTwo_isTold(Sled sled) {
    assertThat(sled.invoke(AssertionsTest::shop, "tea")).isOneTrace();
  }

  @Test
  void hasCorrelatedLogs_linesThatNameTheTrace_holds(Sled sled) {
    Ride ride =
        sled.invoke(
            (String order, Context context) -> {
              String id = Telemetry.traceHeaders().get("x-datadog-trace-id");
              context.getLogger().log("dd.trace_id=" + id + " placed\n");
              return order;
            },
            "tea");

    assertThat(ride).hasCorrelatedLogs().hasLog("placed", LogAssert::isCorrelated);
  }

  @Test
  void hasLinkTo_batchOfTwoCallers_findsTheLink(Sled sled) {
    String first = SledEvent.sample("sqs", CallerContext.DATADOG).json();

    Ride ride = sled.invoke((in, out, context) -> out.write('1'), first);

    assertThat(ride).hasSpan("aws.lambda", span -> span.hasParent("aws.sqs").hasLinks(0));
  }
}
