package io.sleddog.cdk.forwarder;

import io.sleddog.cdk.setting.ForwarderSetting;
import io.sleddog.cdk.setting.SettingProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    if (props.apiKey() == null) {
      problems.add("apiKey is missing: give ApiKey.fromSecret(secret) or another of its kinds");
    }
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
