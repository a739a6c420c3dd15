package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.crac.Core;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A snapshot and what comes after it, with hooks of the function's own by {@code org.crac}. */
class SnapStartTest {
  static {
    System.setProperty("org.crac.Core.Compat", "com.amazonaws.services.lambda.crac");
  }

  private final FunctionUnderTest function =
      new FunctionUnderTest(Functions.Ok.class)
          .with("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

  @Test
  void restore_withHooksOfTheFunction_isASpanFromTheFirstHookToTheInvocation() throws Exception {
    function.start();
    Hooks hooks = new Hooks(function.clock(), 250);
    org.crac.Core.getGlobalContext().register(hooks);
    restore();
    function.invoke("{}");
    function.invoke("{}");
    assertThat(hooks.called).containsExactly("before", "after");
    Json spans = Json.parse(function.traces().get(0)).get("traces").first();
    Json invocation = spans.first();
    Json restore = invocation.next();
    assertThat(restore.get("name").text()).isEqualTo("aws.lambda.snapstart_restore");
    assertThat(restore.get("type").text()).isEqualTo("serverless");
    assertThat(restore.get("service").text()).isEqualTo("Orders");
    assertThat(restore.get("resource").text()).isEqualTo("Orders");
    assertThat(restore.get("parent_id").text()).isEqualTo(invocation.get("parent_id").text());
    assertThat(nanos(restore, "duration")).isEqualTo(250_000_000);
    assertThat(nanos(invocation, "start")).isEqualTo(nanos(restore, "start") + 250_000_000);
    assertThat(function.traces().get(1)).doesNotContain("snapstart_restore");
    assertThat(function.warnings().messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DD_COLD_START_TRACING,       false, 250,    false",
    "DD_COLD_START_TRACING,       true,  2,      false",
    "DD_COLD_START_TRACING,       true,  3,      true",
    "DD_MIN_COLD_START_DURATION,  300,   250,    false",
    "DD_COLD_START_TRACING,       true,  10000,  true",
    "DD_COLD_START_TRACING,       true,  10001,  false",
  })
  void restore_bySettingsAndLength_isASpanOrNot(
      String variable, String value, long millis, boolean expected) throws Exception {
    function.with(variable, value).start();
    restore();
    function.clock().advanceMillis(millis);
    function.invoke("{}");
    assertThat(function.traces().get(0).contains("aws.lambda.snapstart_restore"))
        .isEqualTo(expected);
    assertThat(function.traces().get(0))
        .contains("\"cold_start\":\"true\"", "\"init_type\":\"snap-start\"")
        .doesNotContain("proactive_initialization", "aws.lambda.load");
  }

  @Test
  void snapshot_thatWasNeverRestored_hasNoSpanOfARestore() throws IOException {
    function.clock().processStarted(5000);
    function.invoke("{}");
    assertThat(function.traces().get(0)).doesNotContain("aws.lambda.snapstart_restore", "load");
  }

  @Test
  void restore_longAfterTheSnapshot_startsSpansByTheClockOfNow() throws Exception {
    function.start();
    function.clock().advanceMillis(30L * 24 * 3_600_000);
    restore();
    function.invoke("{}");
    Json span = Json.parse(function.traces().get(0)).get("traces").first().first();
    assertThat(span.get("start").integer(0) / 1_000_000).isEqualTo(function.clock().epochMillis());
    assertThat(span.get("meta").get("cold_start").text()).isEqualTo("true");
  }

  @Test
  void restore_manySandboxesOfOneSnapshot_repeatNoId() throws Exception {
    function.start();
    List<String> ids = new ArrayList<>();
    for (int sandbox = 0; sandbox < 50; sandbox++) {
      FunctionUnderTest copy =
          new FunctionUnderTest(Functions.Ok.class)
              .with("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
      copy.start();
      restore();
      copy.invoke("{}");
      ids.addAll(ids(copy.traces().get(0)));
    }
    assertThat(ids).hasSize(100).doesNotHaveDuplicates();
  }

  private static long nanos(Json span, String field) {
    return Long.parseLong(String.valueOf(span.get(field).scalar()));
  }

  private static List<String> ids(String trace) {
    Json span = Json.parse(trace).get("traces").first().first();
    return List.of(
        String.valueOf(span.get("trace_id").text()), String.valueOf(span.get("span_id").text()));
  }

  private static void restore() throws Exception {
    try {
      Core.getGlobalContext().beforeCheckpoint(null);
    } catch (UnsatisfiedLinkError afterAllHooks) {
      // At the end the runtime empties the system's cache of names, by its own native library.
      assertThat(afterAllHooks).hasMessageContaining("DNSManager");
    }
    Core.getGlobalContext().afterRestore(null);
  }

  /** Hooks as a function has them: they take their time. */
  private static final class Hooks implements Resource {
    final List<String> called = new ArrayList<>();
    private final FakeClock clock;
    private final long millis;

    Hooks(FakeClock clock, long millis) {
      this.clock = clock;
      this.millis = millis;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
      called.add("before");
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
      clock.advanceMillis(millis);
      called.add("after");
    }
  }
}
