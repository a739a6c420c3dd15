package io.sleddog.forwarder.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Which logs are left out, and what is hidden in the others.
 *
 * @param exclude a pattern of logs to leave out; empty for none
 * @param include a pattern of logs to take; empty for all
 * @param redactIp whether IPv4 addresses are hidden
 * @param redactEmail whether e-mail addresses are hidden
 * @param scrubbingRule a pattern of what else to hide; empty for none
 * @param scrubbingReplacement what stands in its place
 */
public record FilterSettings(
    String exclude,
    String include,
    boolean redactIp,
    boolean redactEmail,
    String scrubbingRule,
    String scrubbingReplacement) {

  static FilterSettings from(Environment environment) {
    return new FilterSettings(
        pattern(environment, "EXCLUDE_AT_MATCH"),
        pattern(environment, "INCLUDE_AT_MATCH"),
        environment.flag("REDACT_IP", false),
        environment.flag("REDACT_EMAIL", false),
        pattern(environment, "DD_SCRUBBING_RULE"),
        environment.text("DD_SCRUBBING_RULE_REPLACEMENT", ""));
  }

  /** Whether anything is hidden. */
  public boolean scrubs() {
    return redactIp || redactEmail || !scrubbingRule.isEmpty();
  }

  /** Reads a pattern; what is wrong with one is said here and not at the first log. */
  static String pattern(Environment environment, String variable) {
    String pattern = environment.text(variable, "");
    if (pattern.isEmpty()) {
      return pattern;
    }
    try {
      Pattern.compile(pattern);
      return pattern;
    } catch (PatternSyntaxException e) {
      environment.problem(
          variable,
          "is no pattern of RE2 (which has no look-around and no back-references): "
              + e.getDescription());
      return "";
    }
  }
}
