package io.sleddog.forwarder.transform;

import io.sleddog.forwarder.config.FilterSettings;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.pattern.Replacement;
import io.sleddog.forwarder.pattern.TextPattern;
import io.sleddog.forwarder.pattern.TooSlowException;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Replaces what must not leave the account, in each text of a log by itself. */
final class Scrubber {
  private static final String IP = "[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}";
  private static final String EMAIL = "[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+\\.[a-zA-Z0-9-.]+";
  private static final String HIDDEN = "(hidden: the scrubbing rule takes too long for this text)";

  private final List<Rule> rules = new ArrayList<>();

  private record Rule(TextPattern pattern, Replacement replacement) {
    static Rule of(String pattern, String replacement) {
      return new Rule(TextPattern.of(pattern), new Replacement(replacement));
    }
  }

  Scrubber(FilterSettings settings) {
    if (settings.redactIp()) {
      rules.add(Rule.of(IP, "xxx.xxx.xxx.xxx"));
    }
    if (settings.redactEmail()) {
      rules.add(Rule.of(EMAIL, "xxxxx@xxxxx.com"));
    }
    if (!settings.scrubbingRule().isEmpty()) {
      rules.add(Rule.of(settings.scrubbingRule(), settings.scrubbingReplacement()));
    }
  }

  /** The log with its message and all its other texts scrubbed; the names in it stay. */
  LogRecord scrub(LogRecord record, Counters counters) throws IOException {
    String message = record.messageText();
    String scrubbed = scrub(message, counters);
    LogRecord changed = scrubbed.equals(message) ? record : record.withMessage(scrubbed);
    if (!mayMatch(rest(changed))) {
      return changed;
    }
    return ScrubbedFields.of(changed, text -> scrub(text, counters));
  }

  private String scrub(String text, Counters counters) {
    String scrubbed = text;
    try {
      for (Rule rule : rules) {
        scrubbed = rule.pattern().replaceIn(scrubbed, rule.replacement());
      }
      return scrubbed;
    } catch (TooSlowException e) {
      counters.add(Count.PATTERNS_TOO_SLOW, 1);
      return HIDDEN;
    }
  }

  /** A text with escapes may hold what no rule sees in it. */
  private boolean mayMatch(String json) {
    if (json.indexOf('\\') >= 0) {
      return true;
    }
    try {
      for (Rule rule : rules) {
        if (rule.pattern().isIn(json)) {
          return true;
        }
      }
      return false;
    } catch (TooSlowException e) {
      return true;
    }
  }

  /** The attributes around the message, as JSON text. */
  private static String rest(LogRecord record) {
    Slice fields = record.fields();
    Slice message = record.message();
    if (message == null) {
      return fields.text();
    }
    byte[] bytes = fields.array();
    int before = message.offset() - fields.offset();
    return new String(bytes, fields.offset(), before, StandardCharsets.UTF_8)
        + new String(bytes, message.end(), fields.end() - message.end(), StandardCharsets.UTF_8);
  }
}
