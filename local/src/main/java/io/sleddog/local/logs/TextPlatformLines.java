package io.sleddog.local.logs;

import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platform's lines in log format text, separated by tabs where AWS has tabs. */
final class TextPlatformLines implements PlatformLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Pattern LIMIT =
      Pattern.compile("Task timed out after (\\d{1,9}\\.\\d\\d) seconds");

  private final FunctionIdentity function;

  TextPlatformLines(FunctionIdentity function) {
    this.function = function;
  }

  @Override
  public String initStart(long atMillis) {
    return line(
        "INIT_START Runtime Version: %s\tRuntime Version ARN: %s\n",
        FunctionIdentity.runtimeVersion(), FunctionIdentity.runtimeArn());
  }

  @Override
  public String initFailed(long atMillis, Duration took, String errorType) {
    String status =
        errorType.equals("Sandbox.Timedout") ? "timeout" : "error\tError Type: " + errorType;
    return line(
        "INIT_REPORT Init Duration: %.2f ms\tPhase: init\tStatus: %s\n",
        Billing.millis(took), status);
  }

  @Override
  public String start(long atMillis, String requestId) {
    return line("START RequestId: %s Version: %s\n", requestId, FunctionIdentity.VERSION);
  }

  @Override
  public List<String> end(long atMillis, Invocation invocation) {
    List<String> lines = new ArrayList<>();
    if (invocation.status() == InvocationStatus.TIMEOUT) {
      lines.add(timeout(atMillis, invocation));
    } else if ("Runtime.ExitError".equals(invocation.errorType())) {
      lines.add(exit(invocation));
    }
    lines.add(line("END RequestId: %s\n", invocation.requestId()));
    lines.add(report(invocation));
    return lines;
  }

  private String timeout(long atMillis, Invocation invocation) {
    return line(
        "%s %s Task timed out after %.2f seconds\n\n",
        TIME.format(Instant.ofEpochMilli(atMillis)),
        invocation.requestId(),
        limitSeconds(invocation));
  }

  /** What the answer says, which is less than the function's own where somebody was impatient. */
  private double limitSeconds(Invocation invocation) {
    Matcher said = LIMIT.matcher(invocation.payload().text());
    return said.find() ? Double.parseDouble(said.group(1)) : function.timeout().toMillis() / 1000.0;
  }

  /** AWS writes the message of the payload, then the type of the error. */
  private static String exit(Invocation invocation) {
    String text = invocation.payload().text();
    String key = "\"errorMessage\":\"";
    int from = text.indexOf(key) + key.length();
    return text.substring(from, text.indexOf('"', from)) + "\nRuntime.ExitError\n";
  }

  private String report(Invocation invocation) {
    Invocation.Timing timing = invocation.timing();
    StringBuilder report = new StringBuilder();
    report.append(
        line(
            "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms\t"
                + "Memory Size: %d MB\tMax Memory Used: %d MB\t",
            invocation.requestId(),
            Billing.millis(timing.duration()),
            Billing.billedMillis(timing),
            function.memoryMb(),
            invocation.maxMemoryMb()));
    if (timing.init() != null) {
      report.append(line("Init Duration: %.2f ms\t", Billing.millis(timing.init())));
    }
    report.append(status(invocation));
    return report.append('\n').toString();
  }

  private static String status(Invocation invocation) {
    return switch (invocation.status()) {
      case SUCCESS, ERROR -> "";
      case TIMEOUT -> "Status: timeout";
      case CRASH -> "Status: error\tError Type: " + invocation.errorType();
    };
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
