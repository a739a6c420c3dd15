package io.sleddog.cli.doctor;

import io.sleddog.cli.subject.FunctionState;

/** What a function's configuration shows. */
final class FunctionRules {
  private static final String CALL = "lambda:GetFunction ";

  private final FunctionState function;
  private final Findings findings;

  private FunctionRules(FunctionState function, Findings findings) {
    this.function = function;
    this.findings = findings;
  }

  static void check(FunctionState function, Findings findings) {
    FunctionRules rules = new FunctionRules(function, findings);
    rules.instrumented();
    rules.written();
    rules.extension();
    rules.format();
    rules.traced();
    rules.enhanced();
  }

  private void instrumented() {
    String handler = function.configuration().path("Handler").asText("");
    boolean isRedirected = handler.startsWith("io.sleddog.");
    boolean isScripted = function.variable("AWS_LAMBDA_EXEC_WRAPPER").equals("/opt/sleddog");
    boolean isJava = function.runtime().startsWith("java");
    boolean hasLayer = function.layers().stream().anyMatch(it -> it.contains(":layer:sleddog:"));
    if (isJava && !isRedirected && !isScripted) {
      notInstrumented(
          "its handler is its own, so it writes metrics and traces only if its code does",
          "Handler " + handler);
    } else if (isJava && !hasLayer) {
      notInstrumented(
          "it is redirected to the layer, and no layer of that name is attached",
          "Layers " + function.layers());
    } else if (isRedirected && function.variable("DD_LAMBDA_HANDLER").isEmpty()) {
      findings.fail(
          Cause.NOT_INSTRUMENTED,
          "its handler is the layer's, which does not know the function's own",
          CALL + "DD_LAMBDA_HANDLER is not there",
          "Set DD_LAMBDA_HANDLER to the function's own handler");
    } else if (!isJava) {
      findings.unknown(Cause.NOT_INSTRUMENTED, hidden());
    }
    findings.okUnlessSaid(Cause.NOT_INSTRUMENTED);
  }

  /** What nobody sees from outside. */
  private String hidden() {
    return function.configuration().path("PackageType").asText("").equals("Image")
        ? "a container image: its Dockerfile needs the layer's java/lib in /opt/java/lib,"
            + " CMD io.sleddog.lambda.LayerHandler::handleRequest, ENV DD_LAMBDA_HANDLER"
        : "the runtime is " + function.runtime() + ", whose own library cannot be seen";
  }

  private void notInstrumented(String message, String seen) {
    findings.warn(Cause.NOT_INSTRUMENTED, message, CALL + seen, instrument());
  }

  private void written() {
    if (function.variable("DD_FLUSH_TO_LOG").equalsIgnoreCase("false")) {
      findings.fail(
          Cause.NOT_WRITTEN,
          "its metrics do not go to the log",
          CALL + "DD_FLUSH_TO_LOG false",
          instrument() + " --flush-metrics-to-logs true");
    }
  }

  private void extension() {
    function.layers().stream()
        .filter(it -> it.contains("Datadog-Extension"))
        .findFirst()
        .ifPresent(
            it ->
                findings.fail(
                    Cause.EXTENSION,
                    "Datadog's extension is there as well, which sends by itself",
                    CALL + "Layers " + it,
                    "Remove the extension's layer, or do without the forwarder"));
    findings.okUnlessSaid(Cause.EXTENSION);
  }

  private void format() {
    var logging = function.configuration().path("LoggingConfig");
    boolean isWarn = logging.path("SystemLogLevel").asText("").equals("WARN");
    if (logging.path("LogFormat").asText("").equals("JSON") && isWarn) {
      findings.fail(
          Cause.LOG_FORMAT,
          "Lambda's own records are not written",
          CALL + "LoggingConfig.SystemLogLevel WARN",
          "Set SystemLogLevel to INFO, or the log format to Text");
    }
  }

  private void traced() {
    if (function.variable("DD_TRACE_ENABLED").equalsIgnoreCase("false")) {
      findings.fail(
          Cause.UNSAMPLED,
          "tracing is off",
          CALL + "DD_TRACE_ENABLED false",
          instrument() + " --tracing true");
    }
    String rate = function.variable("DD_TRACE_SAMPLE_RATE");
    if (rate.matches("0(\\.0*)?")) {
      findings.fail(
          Cause.UNSAMPLED,
          "every trace is thrown away",
          CALL + "DD_TRACE_SAMPLE_RATE " + rate,
          "Remove the variable, or give a higher rate");
    }
  }

  private void enhanced() {
    if (function.variable("DD_ENHANCED_METRICS").equalsIgnoreCase("false")) {
      findings.warn(
          Cause.INVISIBLE,
          "enhanced metrics are off",
          CALL + "DD_ENHANCED_METRICS false",
          instrument() + " --enhanced-metrics true");
    }
  }

  private String instrument() {
    return "sleddog lambda instrument -f " + function.name() + " -r " + function.region();
  }
}
