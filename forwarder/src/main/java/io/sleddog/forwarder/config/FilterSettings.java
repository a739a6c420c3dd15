package io.sleddog.forwarder.config;

import io.sleddog.forwarder.pattern.Replacement;
import io.sleddog.forwarder.pattern.TextPattern;

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
  private static final String REPLACEMENT = "DD_SCRUBBING_RULE_REPLACEMENT";

  static FilterSettings from(Environment environment) {
    String rule = pattern(environment, "DD_SCRUBBING_RULE");
    return new FilterSettings(
        pattern(environment, "EXCLUDE_AT_MATCH"),
        pattern(environment, "INCLUDE_AT_MATCH"),
        environment.flag("REDACT_IP", false),
        environment.flag("REDACT_EMAIL", false),
        rule,
        replacement(environment, rule));
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
      TextPattern.of(pattern);
      return pattern;
    } catch (IllegalArgumentException e) {
      environment.problem(variable, "is no pattern: " + e.getMessage());
      return "";
    }
  }

  /**
   * A replacement that names a group which the rule does not have hides what it should all the
   * same.
   */
  private static String replacement(Environment environment, String rule) {
    String replacement = environment.text(REPLACEMENT, "");
    if (rule.isEmpty() || new Replacement(replacement).fits(TextPattern.of(rule))) {
      return replacement;
    }
    environment.warning(
        REPLACEMENT, "names a group that DD_SCRUBBING_RULE does not have; matches are removed");
    return "";
  }
}
