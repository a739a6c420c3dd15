package io.sleddog.cdk.forwarder;

import io.sleddog.cdk.setting.ForwarderSetting;
import io.sleddog.cdk.setting.SettingProblems;
import io.sleddog.plan.Planner;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.lambda.FunctionOptions;
import software.amazon.awscdk.services.lambda.Runtime;

/** The one place where a forwarder's properties are checked; what is wrong comes as sentences. */
final class ForwarderChecks {
  private static final int QUEUE_MAX_DAYS = 14;

  private ForwarderChecks() {}

  static List<String> problems(ForwarderProps props, Map<ForwarderSetting, String> settings) {
    List<String> problems = new ArrayList<>();
    problems.addAll(receivers(props, settings));
    problems.addAll(SettingProblems.of(settings, text -> Token.isUnresolved(text)));
    problems.addAll(failedEvents(props.failedEvents()));
    if (isNotForUs(props.runtime())) {
      problems.add("runtime must be a Java runtime from 17 on");
    }
    if (!props.rolePath().matches("/([\\x21-\\x7e]+/)?") && !Token.isUnresolved(props.rolePath())) {
      problems.add("rolePath must start and end with a slash");
    }
    if (hasDeprecatedRetention(props.function())) {
      problems.add("function: logRetention needs a helper function: use the forwarder's own");
    }
    return problems;
  }

  /**
   * What the rules for functions say of the site. A forwarder is not refused for it: it may be of a
   * site that Datadog opened after this version was made.
   */
  static Optional<String> siteWarning(String site) {
    if (Token.isUnresolved(site)) {
      return Optional.empty();
    }
    Text unknown = Text.hole("place", "place");
    Place place = new Place(unknown, unknown, unknown);
    FunctionDescription anyFunction = FunctionDescription.of("site", unknown, place, Code.image());
    return new Planner()
        .instrument(anyFunction, Settings.none().with(Variable.SITE, site)).refusals().stream()
            .filter(finding -> finding.id().equals("site"))
            .map(Finding::message)
            .findFirst();
  }

  /** Datadog wants a key; without Datadog, somebody else has to take the data. */
  private static List<String> receivers(
      ForwarderProps props, Map<ForwarderSetting, String> settings) {
    boolean isForDatadog = !"false".equals(settings.get(ForwarderSetting.TO_DATADOG));
    if (isForDatadog && props.apiKey() == null) {
      return List.of("apiKey is missing: give ApiKey.fromSecret(secret) or another of its kinds");
    }
    return isForDatadog || settings.containsKey(ForwarderSetting.COLLECTOR_URL)
        ? List.of()
        : List.of("delivery: toDatadog(false) needs a collectorUrl, or nobody gets the data");
  }

  private static List<String> failedEvents(FailedEvents failed) {
    List<String> problems = new ArrayList<>();
    if (failed.keepDays() < 1) {
      problems.add("failedEvents: keepDays must be at least 1");
    }
    if (failed.store() == FailedEvents.Store.QUEUE && failed.keepDays() > QUEUE_MAX_DAYS) {
      problems.add("failedEvents: a queue keeps a message for at most 14 days");
    }
    if (failed.retryEveryHours() < 0) {
      problems.add("failedEvents: retryEveryHours must be at least 1");
    }
    return problems;
  }

  @SuppressWarnings("deprecation") // looked at to refuse it
  private static boolean hasDeprecatedRetention(FunctionOptions options) {
    return options.getLogRetention() != null || options.getLogRemovalPolicy() != null;
  }

  private static boolean isNotForUs(@Nullable Runtime runtime) {
    return runtime != null && !runtime.getName().matches("java(1[7-9]|[2-9][0-9])(\\..*)?");
  }
}
