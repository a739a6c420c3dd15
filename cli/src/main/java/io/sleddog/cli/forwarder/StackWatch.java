package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for CloudFormation, and tells what it does meanwhile. */
final class StackWatch {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Run run;
  private final Service stacks;
  private final Set<String> told = new HashSet<>();
  private final List<String> failures = new ArrayList<>();

  StackWatch(Run run, Service stacks) {
    this.run = run;
    this.stacks = stacks;
  }

  /** Waits until a change set is made or has failed. */
  JsonNode changeSet(String stack, String name) {
    Map<String, String> input = Map.of("StackName", stack, "ChangeSetName", name);
    return until(
        "the change set",
        () -> stacks.call("DescribeChangeSet", input),
        it -> !it.path("Status").asText().matches("CREATE_(PENDING|IN_PROGRESS)"));
  }

  /** Takes the events of the past for told. */
  void skipEvents(String stack) {
    events(stack).forEach(it -> told.add(it.path("EventId").asText()));
  }

  /**
   * Waits until the stack is at rest.
   *
   * @throws Problem with the reasons of CloudFormation if it went wrong
   */
  Stack stack(String name) {
    StackReader reader = new StackReader(stacks);
    Stack rest =
        until(
            "the stack",
            () -> {
              tell(name);
              return reader.read(name);
            },
            it -> !it.isUnderWay());
    tell(name);
    if (!rest.isHealthy()) {
      throw Problem.failed(
          "stack-failed",
          "The stack " + name + " is in the state " + rest.status() + ": " + reasons(),
          "Mend the reason and run it again; a stack that is new has to be deleted before");
    }
    return rest;
  }

  private String reasons() {
    return failures.isEmpty() ? "no reason given" : failures.get(0);
  }

  private void tell(String stack) {
    List<JsonNode> events = events(stack);
    Collections.reverse(events);
    for (JsonNode event : events) {
      if (told.add(event.path("EventId").asText())) {
        String status = event.path("ResourceStatus").asText();
        String resource = event.path("LogicalResourceId").asText();
        String reason = event.path("ResourceStatusReason").asText("");
        if (status.endsWith("_FAILED")) {
          failures.add(resource + ": " + reason);
        }
        run.screen().note(Screen.harmless("  " + status + "  " + resource + "  " + reason).strip());
      }
    }
  }

  /**
   * The latest page alone: more does not happen between two looks. Who may not see them hears less,
   * and the stack is made all the same.
   */
  private List<JsonNode> events(String stack) {
    List<JsonNode> events = new ArrayList<>();
    try {
      stacks
          .call("DescribeStackEvents", Map.of("StackName", stack))
          .path("StackEvents")
          .forEach(events::add);
    } catch (AwsFailure e) {
      if (!e.isDenied()) {
        throw e;
      }
    }
    return events;
  }

  private <T> T until(String what, Supplier<T> look, Predicate<T> isOver) {
    Instant end = run.now().plus(run.timeout());
    T seen = look.get();
    while (!isOver.test(seen)) {
      if (!run.now().isBefore(end)) {
        throw Problem.failed(
                "stack-slow",
                "CloudFormation is still at work on "
                    + what
                    + " after "
                    + run.timeout().toSeconds()
                    + " s",
                "It goes on by itself; look with sleddog forwarder status")
            .retryable();
      }
      run.session().time().pause().pause(PAUSE);
      seen = look.get();
    }
    return seen;
  }
}
