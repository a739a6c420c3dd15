package io.sleddog.cli.lambda;

import io.sleddog.cli.subject.FunctionState;
import io.sleddog.cli.work.Job;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a function is instrumented. */
final class FunctionStatus {
  private static final String NONE = "";

  private final FunctionState function;
  private final Job drift;
  private final Optional<LastReport> last;

  /**
   * Creates it.
   *
   * @param function the function as it is
   * @param drift what would make it as it should be
   * @param last its last invocation, if that is known
   */
  FunctionStatus(FunctionState function, Job drift, Optional<LastReport> last) {
    this.function = function;
    this.drift = drift;
    this.last = last;
  }

  Optional<LastReport> last() {
    return last;
  }

  FunctionState function() {
    return function;
  }

  Job drift() {
    return drift;
  }

  /**
   * How our code comes to run: {@code redirect}, {@code script}, {@code none} that is seen, or that
   * it is a forwarder.
   */
  String how() {
    String handler = function.configuration().path("Handler").asText(NONE);
    if (function.variable("AWS_LAMBDA_EXEC_WRAPPER").equals("/opt/sleddog")) {
      return "script";
    }
    if (isForwarder()) {
      return "is forwarder";
    }
    return handler.startsWith("io.sleddog.lambda.") ? "redirect" : "none";
  }

  /** Whether the function is a forwarder, which is not instrumented. */
  private boolean isForwarder() {
    String handler = function.configuration().path("Handler").asText(NONE);
    return handler.startsWith("io.sleddog.forwarder.");
  }

  /** The version of our layer, or of the vendor's extension; empty if there is neither. */
  String layer() {
    return function.layers().stream()
        .filter(it -> it.contains(":layer:sleddog:") || it.contains(":layer:Datadog-"))
        .map(it -> it.replaceFirst(".*:layer:", ""))
        .findFirst()
        .orElse(NONE);
  }

  /** The user's own handler. */
  String handler() {
    String kept = function.variable(Variable.HANDLER.key());
    return kept.isEmpty() ? function.configuration().path("Handler").asText(NONE) : kept;
  }

  /** The variables that say how it is observed; none of them is secret. */
  Map<String, String> variables() {
    Map<String, String> shown = new LinkedHashMap<>();
    for (Variable variable : Variable.values()) {
      String value = function.variable(variable.key());
      if (!value.isEmpty()) {
        shown.put(variable.key(), value);
      }
    }
    return shown;
  }

  List<SubscriptionFilter> filters() {
    return function.description().logGroup().filters();
  }

  /** The filter that feeds a forwarder, as far as one can tell. */
  Optional<SubscriptionFilter> forwarding() {
    return filters().stream()
        .filter(
            it ->
                it.name().shape().equals(LogGroupWish.FILTER_NAME)
                    || it.destination().shape().contains(":lambda:"))
        .findFirst();
  }

  /** Whether something would have to be changed, or cannot be. */
  boolean isDrifted() {
    return !isForwarder() && (!drift.isEmpty() || drift.plan().isRefused());
  }
}
