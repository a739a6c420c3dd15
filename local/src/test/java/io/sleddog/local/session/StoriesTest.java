package io.sleddog.local.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import io.sleddog.local.testing.Executions;
import io.sleddog.local.testing.Spans;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"4000000000000001\",\"span_id\":\"0000000000000001\"}]]}";
  private static final String METRIC = "{\"m\":\"a\",\"v\":1,\"e\":1700000000,\"t\":[]}";

  private final Execution execution = Executions.of("f", "{}", "hello", TRACE, METRIC);
  private final Span own = Spans.span(1, 0, "aws.lambda", 0, 10);
  private final MetricPoint written = point("a", "functionname:f", "k:v");
  private final MetricPoint derived = point("aws.lambda.enhanced.duration");
  private final LogEntry log = new LogEntry(Json.object().put("id", "e0"));
  private final Contents arrived =
      new Contents(
          List.of(Spans.span(9, 0, "of.another", 0, 1), own),
          List.of(derived, written),
          List.of(log));

  @Test
  void of_contentsOfSeveralInvocations_eachGetsItsOwn() {
    List<InvocationStory> stories = Stories.of(List.of(execution), arrived);

    assertThat(stories)
        .containsExactly(
            new InvocationStory(
                execution, List.of(own), List.of(new OwnPoint(written, 1)), List.of(log)));
  }

  @Test
  void of_nothingArrived_storyIsEmpty() {
    List<InvocationStory> stories = Stories.of(List.of(execution), Contents.NONE);

    assertThat(stories)
        .containsExactly(new InvocationStory(execution, List.of(), List.of(), List.of()));
  }

  @Test
  void of_equalValuesOfTwoFunctions_eachGetsItsOwn() {
    Execution other = Executions.of("g", "{}", METRIC);
    MetricPoint ofOther = point("a", "function_arn:arn:aws:lambda:r:1:function:g");

    List<InvocationStory> stories =
        Stories.of(
            List.of(other, execution),
            new Contents(List.of(), List.of(written, ofOther), List.of()));

    assertThat(stories.get(0).points()).containsExactly(new OwnPoint(ofOther, 1));
    assertThat(stories.get(1).points()).containsExactly(new OwnPoint(written, 1));
  }

  @Test
  void of_valuesThatDifferInATag_areToldApart() {
    Execution cold = Executions.of("f", "{}", METRIC.replace("[]", "[\"cold_start:true\"]"));
    Execution warm = Executions.of("f", "{}", METRIC.replace("[]", "[\"cold_start:false\"]"));
    MetricPoint ofWarm = point("a", "functionname:f", "cold_start:false");
    MetricPoint ofCold = point("a", "functionname:f", "cold_start:true");

    List<InvocationStory> stories =
        Stories.of(
            List.of(cold, warm), new Contents(List.of(), List.of(ofWarm, ofCold), List.of()));

    assertThat(stories.get(0).points()).containsExactly(new OwnPoint(ofCold, 1));
    assertThat(stories.get(1).points()).containsExactly(new OwnPoint(ofWarm, 1));
  }

  @Test
  void of_equalValuesOfOneFunction_sayHowManyAreAlike() {
    List<InvocationStory> stories =
        Stories.of(
            List.of(Executions.of("f", "{}", METRIC), Executions.of("f", "{}", METRIC)),
            new Contents(List.of(), List.of(written, written), List.of()));

    assertThat(stories).allMatch(story -> story.points().equals(List.of(new OwnPoint(written, 2))));
  }

  @Test
  void derived_pointsThatNobodyWrote_areTheForwardersOwn() {
    assertThat(Stories.derived(List.of(execution), arrived)).containsExactly(derived);
  }

  private static MetricPoint point(String name, String... tags) {
    return new MetricPoint(name, 1, 1_700_000_000, List.of(tags));
  }
}
