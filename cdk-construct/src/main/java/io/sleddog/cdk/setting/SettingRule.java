package io.sleddog.cdk.setting;

import java.util.List;
import java.util.regex.Pattern;

/** What the text of a setting must look like. */
public enum SettingRule {
  /** Any text. */
  TEXT(".*", "any text"),
  /** On or off. */
  FLAG(List.of("true", "false"), "true or false"),
  /** A whole number from 0 on. */
  COUNT("[0-9]{1,9}", "a whole number"),
  /** A level of gzip or zstd. */
  COMPRESSION_LEVEL("1?[0-9]", "a number from 0 to 9, with zstd to 19"),
  /** A way to compress. */
  COMPRESSION_KIND(List.of("gzip", "zstd"), "gzip or zstd"),
  /** A form of OTLP over HTTP. */
  OTLP_PROTOCOL(List.of("http/protobuf", "http/json"), "http/protobuf or http/json"),
  /** A TCP port. */
  PORT("[1-9][0-9]{0,4}", "a port number"),
  /** A host name: no scheme, no path. */
  HOST("[A-Za-z0-9.-]+", "a host name without scheme or path"),
  /** An address with its scheme. */
  URL("https?://\\S+", "an address that starts with http:// or https://"),
  /** Pairs of name and value. */
  TAGS("[^,]+(,[^,]+)*", "key:value pairs joined by commas"),
  /** How much the forwarder says of itself. */
  LOG_LEVEL(
      List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "CRITICAL"),
      "TRACE, DEBUG, INFO, WARN, ERROR or CRITICAL");

  private final Pattern pattern;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final List<String> choices;

  private final String wanted;

  SettingRule(String pattern, String wanted) {
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    this.choices = List.of();
    this.wanted = wanted;
  }

  SettingRule(List<String> choices, String wanted) {
    this.pattern = Pattern.compile(String.join("|", choices));
    this.choices = List.copyOf(choices);
    this.wanted = wanted;
  }

  /** All values that are taken; empty if they cannot be listed. */
  public List<String> choices() {
    return choices;
  }

  /**
   * The expression that the whole value matches, in the syntax of Java and CloudFormation alike.
   */
  public String pattern() {
    return pattern.pattern();
  }

  /** What is wanted, to end the sentence "must be …". */
  public String wanted() {
    return wanted;
  }

  /** Whether {@code value} is of this form. */
  public boolean accepts(String value) {
    return pattern.matcher(value).matches();
  }
}
