package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each call of each command denied, or failing for good, in turn: a table of exit status and what
 * is said is kept for each command.
 */
class DeniedTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);
  private static final int LONGEST = 150;

  private final Path folder;

  DeniedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "lambda-instrument,lambda instrument -f orders --forwarder F --env prod --publish --alias live",
    "lambda-uninstrument,lambda uninstrument -f bill --forwarder F",
    "lambda-status,lambda status -f orders --forwarder F",
    "lambda-search,lambda instrument --functions-regex ord --forwarder F --dry-run",
    "logs-subscribe,logs subscribe --log-group /shop --forwarder F",
    "logs-create,logs subscribe --log-group /new --create-group --retention 7 --forwarder F",
    "logs-unsubscribe,logs unsubscribe --log-group /aws/lambda/bill --forwarder F",
    "logs-list,logs list",
    "forwarder-status,forwarder status --forwarder F",
    "forwarder-tail,forwarder tail --forwarder F --no-follow",
    "forwarder-replay,forwarder replay --forwarder F",
    "forwarder-deploy,forwarder deploy --api-key-secret arn:aws:secretsmanager:e:1:secret:k",
    "doctor,doctor -f bill --forwarder F --probe",
  })
  void callsDenied_areToldAndNeverAFault(String name, String line) {
    StringBuilder table = new StringBuilder("sleddog " + line + "\n\n");
    for (String call : calls(line)) {
      table.append(row(line, call, "AccessDeniedException"));
    }
    Golden.assertSame("denied/" + name + ".txt", table.toString());
  }

  /** AWS is there for nobody: whatever the call is, it may be tried again. */
  @ParameterizedTest
  @CsvSource({
    "lambda instrument -f orders --forwarder F",
    "lambda status -f orders",
    "logs list",
    "forwarder status --forwarder F",
    "forwarder tail --forwarder F --no-follow",
    "doctor -f orders",
  })
  void firstCallFailsOnTheWay_isRetryable(String line) {
    FakeAws aws = aws();
    Console console = new Console(folder, aws);
    aws.fail(calls(line).iterator().next(), "", "Unreached");

    assertThat(console.run((line.replace(" F", " " + FORWARDER) + " --json").split(" ", 0)))
        .isEqualTo(1);
    assertThat(console.out()).contains("\"retryable\": true").doesNotContain("\"internal\"");
  }

  /** The calls that a command makes when nothing goes wrong, each once. */
  private Set<String> calls(String line) {
    FakeAws aws = aws();
    run(aws, line);
    return new LinkedHashSet<>(aws.calls());
  }

  private String row(String line, String call, String code) {
    FakeAws aws = aws();
    aws.fail(call, "", code);
    Console console = run(aws, line);
    assertThat(console.err() + console.out())
        .as(call)
        .doesNotContain("\tat ", "fault of the program");
    return String.format(Locale.ROOT, "%-30s %d  %s%n", call, console.status(), said(console));
  }

  private static String said(Console console) {
    String all = console.err() + console.out();
    return all.lines()
        .map(String::strip)
        .filter(it -> it.startsWith("error: ") && !it.startsWith("error: Not done"))
        .findFirst()
        .map(it -> it.length() > LONGEST ? it.substring(0, LONGEST) + "…" : it)
        .orElse("-");
  }

  private Console run(FakeAws aws, String line) {
    Console console = new Console(folder, aws);
    console.run(line.replace(" F", " " + FORWARDER).split(" ", 0));
    return console;
  }

  /** An account with an instrumented function and one that is not yet. */
  private FakeAws aws() {
    FakeAws aws = new FakeAws();
    aws.lambda().layerUpTo(1);
    aws.lambda().add("Forwarder", REGION);
    aws.logs().add("/shop");
    aws.lambda().add("made", REGION);
    aws.stacks().willMake("datadog-forwarder", "made");
    aws.lambda()
        .function("Forwarder", REGION)
        .withObject("/Environment/Variables")
        .put("DD_API_KEY", "0123456789abcdef0123456789abcdef")
        .put("DD_STORE_FAILED_EVENTS", "true")
        .put("DD_S3_BUCKET_NAME", "store");
    aws.objects().bucket("store").add("failed_events/Forwarder/logs/1");
    for (String name : List.of("bill", "orders")) {
      aws.lambda().add(name, REGION);
      aws.logs().add("/aws/lambda/" + name);
    }
    try {
      Files.writeString(folder.resolve("forwarder.zip"), "code");
      Files.writeString(
          folder.resolve("forwarder.yaml"),
          "CodeBucket\nCodeKey\nDdApiKey secret\nDdApiKeySecretArn\nDdApiKeySsmParameterName\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new Console(folder, aws).run("lambda", "instrument", "-f", "bill", "--forwarder", FORWARDER);
    aws.logs().event("/aws/lambda/Forwarder", 0, "REPORT RequestId: 1");
    aws.forgetCalls();
    return aws;
  }
}
