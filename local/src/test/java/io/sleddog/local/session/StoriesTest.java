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
  private final MetricPoint written = point("a");
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
            new InvocationStory(execution, List.of(own), List.of(written), List.of(log)));
  }

  @Test
  void of_nothingArrived_storyIsEmpty() {
    List<InvocationStory> stories = Stories.of(List.of(execution), Contents.NONE);

    assertThat(stories)
        .containsExactly(new InvocationStory(execution, List.of(), List.of(), List.of()));
  }

  @Test
  void derived_pointsThatNobodyWrote_areTheForwardersOwn() {
    assertThat(Stories.derived(List.of(execution), arrived)).containsExactly(derived);
  }

  private static MetricPoint point(String name) {
    return new MetricPoint(name, 1, 1_700_000_000, List.of("k:v"));
  }
}
