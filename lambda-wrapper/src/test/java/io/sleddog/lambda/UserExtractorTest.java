package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserExtractorTest {
  private static final String EVENT =
      "{\"mine\":\"77\",\"headers\":{\"x-datadog-trace-id\":\"12345\","
          + "\"x-datadog-parent-id\":\"67890\",\"x-datadog-sampling-priority\":\"1\"}}";

  @Test
  void extractor_thatFindsAContext_comesBeforeTheEventsOwn() throws IOException {
    FunctionUnderTest function = function(Finds.class.getName());
    function.invoke(EVENT);
    assertThat(function.traces().get(0))
        .contains("\"trace_id\":\"000000000000004d\"", "\"parent_id\":\"000000000000004e\"");
    assertThat(function.warnings().messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {FindsNothing.class, FindsHalf.class, FindsSomethingElse.class})
  void extractor_thatFindsNone_leavesTheEventsOwn(Class<?> extractor) throws IOException {
    FunctionUnderTest function = function(extractor.getName());
    function.invoke(EVENT);
    assertThat(function.traces().get(0)).contains("\"trace_id\":\"0000000000003039\"");
    assertThat(function.warnings().messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no.such.Thing", "java.lang.String", "java.util.List", "not a name"})
  void extractor_thatIsNone_isToldOnceAndNotUsed(String name) throws IOException {
    FunctionUnderTest function = function(name);
    function.invoke(EVENT);
    function.invoke(EVENT);
    assertThat(function.traces().get(1)).contains("\"trace_id\":\"0000000000003039\"");
    assertThat(function.warnings().messages()).hasSize(1);
    assertThat(function.warnings().messages().get(0)).startsWith("the class in DD_TRACE_EXTRACTOR");
  }

  @Test
  void extractor_thatThrows_isToldOnceAndTheEventIsReadWithoutIt() throws IOException {
    FunctionUnderTest function = function(Throws.class.getName());
    function.invoke(EVENT);
    function.invoke(EVENT);
    assertThat(function.traces().get(1)).contains("\"trace_id\":\"0000000000003039\"");
    assertThat(function.warnings().messages())
        .containsExactly("the class in DD_TRACE_EXTRACTOR failed; events are read without it");
  }

  private static FunctionUnderTest function(String extractor) {
    return new FunctionUnderTest(Functions.Ok.class).with("DD_TRACE_EXTRACTOR", extractor);
  }

  /** Reads a field of its own. */
  public static final class Finds implements BiFunction<String, Context, Map<String, Object>> {
    @Override
    public Map<String, Object> apply(String event, Context context) {
      assertThat(event).isEqualTo(EVENT);
      assertThat(context.getAwsRequestId()).isNotEmpty();
      return Map.of(
          "X-Datadog-Trace-Id", 77L, "X-Datadog-Parent-Id", "78", "X-Datadog-Sampling-Priority", 2);
    }
  }

  /** Finds nothing. */
  public static final class FindsNothing
      implements BiFunction<String, Context, @Nullable Map<String, String>> {
    @Override
    public @Nullable Map<String, String> apply(String event, Context context) {
      return null;
    }
  }

  /** Finds an id without a parent. */
  public static final class FindsHalf implements BiFunction<String, Context, Map<String, String>> {
    @Override
    public Map<String, String> apply(String event, Context context) {
      return Map.of("x-datadog-trace-id", "77");
    }
  }

  /** Finds what is no map. */
  public static final class FindsSomethingElse implements BiFunction<String, Context, String> {
    @Override
    public String apply(String event, Context context) {
      return "77";
    }
  }

  /** Fails. */
  public static final class Throws implements BiFunction<String, Context, Map<String, String>> {
    @Override
    public Map<String, String> apply(String event, Context context) {
      throw new Functions.OutOfBeans();
    }
  }
}
