package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a forwarder's own log shows. */
final class ForwarderLogRules {
  private static final Pattern REPORT =
      Pattern.compile(
          "Duration: ([\\d.]+) ms\\s.*Memory Size: (\\d+) MB\\s+Max Memory Used: (\\d+) MB");
  private static final double NEARLY = 0.9;

  private final List<String> lines;
  private final JsonNode configuration;
  private final Findings findings;

  private ForwarderLogRules(List<String> lines, JsonNode configuration, Findings findings) {
    this.lines = lines;
    this.configuration = configuration;
    this.findings = findings;
  }

  /** Looks at its lines; none at all show nothing. */
  static void check(List<String> lines, JsonNode configuration, Findings findings) {
    ForwarderLogRules rules = new ForwarderLogRules(lines, configuration, findings);
    rules.key();
    rules.keyReadable();
    rules.failing();
    rules.size();
    if (lines.isEmpty()) {
      Stream.of(Cause.KEY_UNREADABLE, Cause.FORWARDER_FAILS, Cause.TOO_SMALL)
          .filter(it -> !findings.isSaid(it))
          .forEach(it -> findings.unknown(it, "its log has no line in the time looked at"));
    }
  }

  private void key() {
    said("Missing Datadog API key|API key is not valid|403 Forbidden|API key .*rejected")
        .ifPresent(
            it ->
                findings.fail(
                    Cause.NO_KEY,
                    "Datadog does not take the forwarder's key",
                    "its log says: " + it,
                    "Look at the key, and whether DD_SITE is the site that it belongs to"));
  }

  private void keyReadable() {
    said("AccessDenied\\w*|Access to KMS is not allowed")
        .ifPresent(
            it ->
                findings.fail(
                    Cause.KEY_UNREADABLE,
                    "the forwarder lacks a right",
                    "its log says: " + it,
                    "Allow its role to read the key's secret or parameter, and kms:Decrypt"));
  }

  private void failing() {
    said("(?i)\\berror\\b.{0,120}|Runtime\\.\\w+Error|\\w+Exception\\b.{0,80}|Task timed out.*")
        .ifPresent(
            it ->
                findings.warn(
                    Cause.FORWARDER_FAILS,
                    "the forwarder says that something went wrong",
                    "its log says: " + it,
                    "Read what stands around it: sleddog forwarder tail --since 1h --no-follow"));
  }

  private void size() {
    lines.stream()
        .map(REPORT::matcher)
        .filter(Matcher::find)
        .filter(it -> isSlow(it) || it.group(2).equals(it.group(3)))
        .findFirst()
        .ifPresent(
            it ->
                findings.warn(
                    Cause.TOO_SMALL,
                    "the forwarder uses all of its " + (isSlow(it) ? "time" : "memory"),
                    it.group(),
                    "Give it a longer timeout (120 s) or more memory (1024 MB)"));
  }

  private boolean isSlow(Matcher report) {
    double timeoutMillis = configuration.path("Timeout").asDouble(0) * 1000;
    return timeoutMillis > 0 && Double.parseDouble(report.group(1)) >= NEARLY * timeoutMillis;
  }

  private Optional<String> said(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return lines.stream()
        .map(wanted::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }
}
