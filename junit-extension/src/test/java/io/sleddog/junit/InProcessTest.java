package io.sleddog.junit;

import static io.sleddog.junit.SledAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.sleddog.lambda.Telemetry;
import io.sleddog.local.events.CallerContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers in the test's own process. */
@Timeout(60)
@SleddogTest(
    functionName = "bakery",
    memoryMb = 256,
    env = {"DD_ENV=test", "DD_VERSION=7"})
class InProcessTest {
  @Test
  void invoke_anObject_itsSpansValuesAndLinesAreThere(Sled sled) {
    Ride ride = sled.invoke(new Bakery(), Map.of("bread", "rye"));

    assertThat(ride)
        .succeeded()
        .hasNoErrors()
        .isOneTrace()
        .hasResponse("\"rye\"")
        .tookAtMost(Duration.ofSeconds(20))
        .hasSpans("aws.lambda")
        .hasSpan(
            "aws.lambda",
            span ->
                span.hasService("bakery")
                    .hasResource("bakery")
                    .hasType("serverless")
                    .hasTag("env", "test")
                    .hasTag("version", "7")
                    .isRoot()
                    .hasNoError())
        .hasMetric("bakery.baked", metric -> metric.hasSum(1).hasTag("bread:rye"))
        .hasLog("Baked rye")
        .hasLog("REPORT RequestId: ");
    assertThat(ride.failure()).isEmpty();
    assertThat(ride.invocation().event().text()).isEqualTo("{\"bread\":\"rye\"}");
  }

  @Test
  void invoke_aLambda_seesItsContext(Sled sled) {
    Ride ride =
        sled.invoke(
            (String order, Context context) ->
                Map.of(
                    "name", context.getFunctionName(),
                    "memory", context.getMemoryLimitInMB(),
                    "timeLeft", context.getRemainingTimeInMillis() > 0,
                    "version", context.getFunctionVersion(),
                    "group", context.getLogGroupName(),
                    "stream", context.getLogStreamName().contains("[$LATEST]"),
                    "arn", context.getInvokedFunctionArn().endsWith(":bakery"),
                    "strangers",
                        context.getIdentity() != null || context.getClientContext() != null),
            "tea");

    assertThat(ride)
        .hasResponse("{\"name\":\"bakery\",\"memory\":256,\"timeLeft\":true,\"arn\":true}")
        .hasResponse("{\"version\":\"$LATEST\",\"group\":\"/aws/lambda/bakery\",\"stream\":true}")
        .hasResponse("{\"strangers\":false}");
  }

  @Test
  void invoke_handlerThrows_theSameObjectIsThere(Sled sled) {
    IllegalStateException users = new IllegalStateException("the oven is cold");

    Ride ride =
        sled.invoke(
            (String order, Context context) -> {
              throw users;
            },
            "rye");

    assertThat(ride.failure()).containsSame(users);
    assertThat(ride)
        .failed()
        .failedWith("the oven is cold")
        .failedWith("java.lang.IllegalStateException")
        .hasSpan("aws.lambda", span -> span.hasError("the oven is cold"));
  }

  @Test
  void invoke_aStreamHandler_continuesTheCallersTrace(Sled sled) {
    SledEvent event = SledEvent.sample("http-api", CallerContext.DATADOG);

    Ride ride =
        sled.invoke(
            (in, out, context) -> {
              Telemetry.currentSpan().tag("bytes", in.readAllBytes().length);
              out.write('7');
            },
            event.json());

    long caller = ride.span("aws.lambda").traceId();
    assertThat(ride)
        .hasResponse("7")
        .hasSpan("aws.httpapi", span -> span.continues(caller, caller).hasChild("aws.lambda"))
        .hasSpan(
            "aws.lambda",
            span -> span.hasTag("bytes", event.json().length()).hasParent("aws.httpapi"));
    assertThat(ride.toString()).contains("aws.lambda");
  }

  @Test
  void invokeJson_anObject_readsItsEventAsTheRuntimeDoes(Sled sled) {
    Ride ride = sled.invokeJson(new Bakery(), "{\"bread\":\"spelt\"}");

    assertThat(ride).hasResponse("\"spelt\"").hasLog("Baked spelt");
  }

  @Test
  void invokeJson_malformedEvent_failsAsOnAws(Sled sled) {
    assertThat(sled.invokeJson(new Bakery(), "{\"bread\"")).failedWith("JSON parsing");
  }

  @Test
  void invokeJson_aLambda_saysThatItsTypesAreUnknown(Sled sled) {
    RequestHandler<Map<String, String>, String> untyped = (order, context) -> "";

    assertThat(sled.invokeJson(untyped, "{}")).failedWith("concrete type parameters");
  }

  @Test
  void invoke_prints_areLogLinesAndStayPrinted(Sled sled) {
    Ride ride =
        sled.invoke(
            (String order, Context context) -> {
              System.out.println("printed " + order);
              System.err.print("complained");
              return order;
            },
            "rye");

    assertThat(ride)
        .hasLog("printed rye", log -> log.hasService("bakery").hasTag("env:local"))
        .hasLog("complained")
        .hasNoLog("after");
    System.out.println("after the invocation");
  }

  @Test
  void goCold_nextInvocation_isAColdStart(Sled sled) {
    sled.goCold();

    assertThat(sled.invoke(new Bakery(), Map.of()))
        .wasColdStart()
        .hasSpan("aws.lambda", span -> span.hasTag("cold_start", "true"));
    assertThat(sled.invoke(new Bakery(), Map.of()))
        .wasWarm()
        .hasSpan("aws.lambda", span -> span.hasTag("cold_start", "false"));
  }

  @Test
  void invoke_sideBySide_eachSeesItsOwn(Sled sled) throws Exception {
    CyclicBarrier together = new CyclicBarrier(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Ride>> rides =
          List.of("a", "b", "c", "d").stream()
              .map(name -> threads.submit(() -> sled.invoke(waiting(together), name)))
              .toList();
      for (int i = 0; i < 4; i++) {
        String name = String.valueOf((char) ('a' + i));
        assertThat(rides.get(i).get())
            .hasLog("this is " + name)
            .hasMetric("side.by.side", metric -> metric.hasCount(1).hasTag("name:" + name));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static RequestHandler<String, String> waiting(CyclicBarrier together) {
    return (name, context) -> {
      try {
        together.await(30, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      System.out.println("this is " + name);
      Telemetry.distribution("side.by.side", 1, "name:" + name);
      return name;
    };
  }

  @Test
  void invoke_badMetricName_failsAStrictTest(Sled sled) {
    assertThatThrownBy(
            () ->
                sled.invoke(
                    (String order, Context context) -> {
                      Telemetry.distribution("", 1);
                      return order;
                    },
                    "rye"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Sleddog warned: ");
  }
}
