package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.json.MalformedJson;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sample of log lines shows. Lines are looked at and never quoted, except AWS's own. */
final class LineRules {
  /** CloudWatch Logs cuts an event at 256 KiB less 26 bytes of its own. */
  private static final int LONGEST = 262_118;

  private static final Pattern PRIORITY =
      Pattern.compile("\"_sampling_priority_v1\"\\s*:\\s*(-?\\d+)");
  private static final Pattern MEMORY =
      Pattern.compile("Memory Size: (\\d+) MB\\s+Max Memory Used: (\\d+) MB");
  private static final Pattern DEATH =
      Pattern.compile(
          "Task timed out after [\\d.]+ seconds|Runtime\\.ExitError|Runtime\\.OutOfMemory"
              + "|OutOfMemoryError|Error opening zip file|/opt/\\S+ does not exist"
              + "|(?:ClassNotFoundException|Class not found): io\\.sleddog\\S*");

  private final List<String> lines;
  private final Findings findings;

  private LineRules(List<String> lines, Findings findings) {
    this.lines = lines;
    this.findings = findings;
  }

  /** Looks at a sample; an empty one shows nothing. */
  static void check(List<String> lines, Findings findings) {
    LineRules rules = new LineRules(lines.stream().map(String::strip).toList(), findings);
    if (lines.isEmpty()) {
      findings.unknown(Cause.NOT_WRITTEN, "no line in the time looked at");
      return;
    }
    rules.written();
    rules.format();
    rules.sampled();
    rules.whole();
    rules.alive();
  }

  private void written() {
    if (lines.stream().noneMatch(it -> isMetric(it) || isTrace(it))) {
      findings.fail(
          Cause.NOT_WRITTEN,
          "among " + lines.size() + " lines there is no metric and no trace",
          "no line begins with {\"m\": or {\"traces\":",
          "Instrument the function, and set DD_FLUSH_TO_LOG and DD_TRACE_ENABLED to true");
    }
    findings.okUnlessSaid(Cause.NOT_WRITTEN);
  }

  private void format() {
    boolean isReported =
        lines.stream().anyMatch(it -> it.startsWith("REPORT ") || it.contains("platform.report"));
    if (!isReported) {
      findings.warn(
          Cause.LOG_FORMAT,
          "among " + lines.size() + " lines there is no REPORT, so durations are not counted",
          "no line begins with REPORT or has \"platform.report\"",
          "Set the log format to Text, or SystemLogLevel to INFO; or look at more lines");
    }
    findings.okUnlessSaid(Cause.LOG_FORMAT);
  }

  private void sampled() {
    List<String> traces = lines.stream().filter(LineRules::isTrace).toList();
    boolean isKept =
        traces.stream().anyMatch(it -> priority(it).filter(value -> value <= 0).isEmpty());
    if (!traces.isEmpty() && !isKept) {
      findings.fail(
          Cause.UNSAMPLED,
          "all " + traces.size() + " traces are marked to be thrown away",
          "_sampling_priority_v1 is 0 or less in each",
          "Look at who decides it: the caller's headers or a sample rate of 0");
    }
    findings.okUnlessSaid(Cause.UNSAMPLED);
  }

  private static Optional<Integer> priority(String line) {
    Matcher matcher = PRIORITY.matcher(line);
    return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }

  private void whole() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean isOurs = line.contains("{\"traces\"") || line.contains("{\"m\":");
      if (isOurs && (line.length() > LONGEST || !isOneObject(line))) {
        findings.fail(
            Cause.DAMAGED,
            "line " + (i + 1) + " has a metric or a trace, but is not one JSON object",
            line.length() > LONGEST
                ? "it is " + line.length() + " characters long"
                : "something stands before or after it, or it is cut",
            "Write to standard output directly, not through a logger with a layout");
        break;
      }
    }
    findings.okUnlessSaid(Cause.DAMAGED);
  }

  private static boolean isOneObject(String line) {
    try {
      JsonNode tree = Json.parse(line);
      return tree.isObject();
    } catch (MalformedJson e) {
      return false;
    }
  }

  private void alive() {
    for (String line : lines) {
      Matcher death = DEATH.matcher(line);
      if (death.find()) {
        findings.fail(
            Cause.DIED,
            "the function ended before it could write",
            death.group(),
            "Give it more time or memory, or mend what it could not load");
        break;
      }
      Matcher memory = MEMORY.matcher(line);
      if (memory.find() && memory.group(1).equals(memory.group(2))) {
        findings.warn(
            Cause.DIED, "the function uses all of its memory", memory.group(), "Give it more");
        break;
      }
    }
    findings.okUnlessSaid(Cause.DIED);
  }

  static boolean isMetric(String line) {
    return line.startsWith("{\"m\":");
  }

  static boolean isTrace(String line) {
    return line.startsWith("{\"traces\"");
  }
}
