package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.span.SystemClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes before the first invocation, and what ends the last one. */
class LifeCycleTest {
  @Test
  void load_beforeTheFirstInvocation_isASpanBesideTheFunctions() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(Functions.Ok.class);
    function.clock().processStarted(250);
    function.invoke(
        "{\"headers\":{\"traceparent\":\"00-"
            + "0".repeat(29)
            + "abc-"
            + "0".repeat(13)
            + "def-01\"}}");
    function.invoke("{}");
    Json spans = Json.parse(function.traces().get(0)).get("traces").first();
    Json load = spans.first().next();
    assertThat(load.get("name").text()).isEqualTo("aws.lambda.load");
    assertThat(load.get("type").text()).isEqualTo("aws.lambda.load");
    assertThat(load.get("service").text()).isEqualTo("aws.lambda");
    assertThat(load.get("resource").text()).isEqualTo("Orders");
    assertThat(load.get("parent_id").text()).isEqualTo("0000000000000def");
    assertThat(load.get("start").scalar()).isEqualTo("1699999999750000000");
    assertThat(load.get("duration").integer(0)).isEqualTo(250_000_000);
    assertThat(function.traces().get(1)).doesNotContain("aws.lambda.load");
  }

  @ParameterizedTest
  @CsvSource({
    "DD_COLD_START_TRACING,false,250,0",
    "DD_COLD_START_TRACING,true,2,0",
    "DD_COLD_START_TRACING,true,3,1",
    "DD_MIN_COLD_START_DURATION,300,250,0",
    "DD_MIN_COLD_START_DURATION,0,1,1",
    "DD_MIN_COLD_START_DURATION,soon,250,1",
    "AWS_LAMBDA_INITIALIZATION_TYPE,on-demand,250,1",
    "AWS_LAMBDA_INITIALIZATION_TYPE,snap-start,250,0",
    "AWS_LAMBDA_INITIALIZATION_TYPE,provisioned-concurrency,250,0",
    "AWS_LAMBDA_INITIALIZATION_TYPE,lambda-managed-instances,250,0",
  })
  void load_bySettings_isASpanOrNot(String variable, String value, long millis, int expected)
      throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(Functions.Ok.class).with(variable, value);
    function.clock().processStarted(millis);
    function.invoke("{}");
    assertThat(function.traces())
        .filteredOn(line -> line.contains("aws.lambda.load"))
        .hasSize(expected);
  }

  @Test
  void processStart_ofThisJvm_isWithinItsLife() {
    SystemClock clock = new SystemClock();
    assertThat(clock.processStartMillis())
        .isLessThanOrEqualTo(clock.epochMillis())
        .isGreaterThan(clock.epochMillis() - 900_001);
  }

  @Test
  void constructor_thatThrows_isWrittenAsAnErrorAndThrown() {
    FunctionUnderTest function = new FunctionUnderTest(Unmakeable.class);
    assertThatThrownBy(function::start).isInstanceOf(Functions.OutOfBeans.class);
    assertThat(function.lines()).hasSize(2);
    assertThat(function.lines().get(0))
        .contains("aws.lambda.enhanced.errors", "cold_start:true")
        .doesNotContain("functionname");
    assertThat(function.traces().get(0))
        .contains("\"name\":\"aws.lambda\"", "\"error\":1", "\"error.status\":\"500\"")
        .contains("\"error.message\":\"no beans left\"", "\"cold_start\":\"true\"");
  }

  @Test
  void restore_afterAnInvocationBeforeTheSnapshot_makesTheNextOneCold() throws Exception {
    FunctionUnderTest function =
        new FunctionUnderTest(Functions.Ok.class)
            .with("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    function.invoke("{}");
    function.invoke("{}");
    checkpoint();
    function.clock().advanceMillis(3_600_000);
    Core.getGlobalContext().afterRestore(null);
    function.invoke("{}");
    function.invoke("{}");
    List<Boolean> cold = new ArrayList<>();
    for (String trace : function.traces()) {
      cold.add(trace.contains("\"cold_start\":\"true\""));
      assertThat(trace).doesNotContain("proactive_initialization");
    }
    assertThat(cold).containsExactly(true, false, true, false);
    assertThat(function.traces().get(2)).contains("\"init_type\":\"snap-start\"");
  }

  @Test
  void restore_twoSandboxesOfOneSnapshot_haveOtherIds() throws Exception {
    FunctionUnderTest one = new FunctionUnderTest(Functions.Ok.class);
    FunctionUnderTest other = new FunctionUnderTest(Functions.Ok.class);
    one.with("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start").start();
    other.with("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start").start();
    checkpoint();
    Core.getGlobalContext().afterRestore(null);
    one.invoke("{}");
    other.invoke("{}");
    assertThat(one.traces().get(0)).isNotEqualTo(other.traces().get(0));
  }

  private static void checkpoint() throws Exception {
    try {
      Core.getGlobalContext().beforeCheckpoint(null);
    } catch (UnsatisfiedLinkError afterAllHooks) {
      // At the end the runtime empties the system's cache of names, by its own native library.
      assertThat(afterAllHooks).hasMessageContaining("DNSManager");
    }
  }

  @Test
  void outOfMemory_inTheHandler_isWrittenAndThrown() {
    FunctionUnderTest function = new FunctionUnderTest(Greedy.class);
    assertThatThrownBy(() -> function.invoke("{}")).isInstanceOf(OutOfMemoryError.class);
    assertThat(function.traces().get(0))
        .contains("\"error.type\":\"java.lang.OutOfMemoryError\"", "\"error\":1");
  }

  @Test
  void sink_thatFails_changesNeitherResultNorException() throws IOException {
    assertThat(new FunctionUnderTest(Functions.Ok.class).withBrokenSink().invoke("{}"))
        .contains("200");
    assertThatThrownBy(
            () -> new FunctionUnderTest(Functions.Fails.class).withBrokenSink().invoke("{}"))
        .isInstanceOf(Functions.OutOfBeans.class);
  }

  /** Cannot be made. */
  public static final class Unmakeable extends Functions.Ok {
    /** Fails. */
    public Unmakeable() {
      throw new Functions.OutOfBeans();
    }
  }

  /** Wants more than there is. */
  public static final class Greedy implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      long[][] all = new long[Integer.MAX_VALUE][];
      response.write(all.length);
    }
  }
}
