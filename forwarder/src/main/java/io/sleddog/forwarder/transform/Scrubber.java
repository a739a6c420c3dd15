package io.sleddog.forwarder.transform;

import com.google.re2j.Pattern;
import io.sleddog.forwarder.config.FilterSettings;
import io.sleddog.forwarder.model.LogRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Replaces what must not leave the account, in each message by itself. */
final class Scrubber {
  private static final String IP = "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}";
  private static final String EMAIL = "[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+\\.[a-zA-Z0-9-.]+";

  private final List<Rule> rules = new ArrayList<>();

  private record Rule(Pattern pattern, String replacement) {}

  Scrubber(FilterSettings settings) {
    if (settings.redactIp()) {
      rules.add(new Rule(Pattern.compile(IP), "xxx.xxx.xxx.xxx"));
    }
    if (settings.redactEmail()) {
      rules.add(new Rule(Pattern.compile(EMAIL), "xxxxx@xxxxx.com"));
    }
    if (!settings.scrubbingRule().isEmpty()) {
      String replacement = Replacements.fromPython(settings.scrubbingReplacement());
      rules.add(new Rule(Pattern.compile(settings.scrubbingRule()), replacement));
    }
  }

  LogRecord scrub(LogRecord record) throws IOException {
    if (record.message() == null) {
      return record;
    }
    String message = record.messageText();
    String scrubbed = message;
    for (Rule rule : rules) {
      scrubbed = rule.pattern().matcher(scrubbed).replaceAll(rule.replacement());
    }
    return scrubbed.equals(message) ? record : record.withMessage(scrubbed);
  }
}
