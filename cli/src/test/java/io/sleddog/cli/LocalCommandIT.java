package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command on the real parts that it carries. */
@Timeout(120)
class LocalCommandIT {
  private final Path folder;
  private final FakeSurroundings process;

  LocalCommandIT(@TempDir Path folder) {
    this.folder = folder;
    this.process = new FakeSurroundings(folder.resolve("cache"));
  }

  @Test
  void once_samples_printsWhatArrivedAndSucceeds() {
    assertThat(process.run("local", "--once")).isZero();
    assertThat(process.out())
        .contains("order-service")
        .contains("coffee_house.order_value 12.45")
        .contains("✓ Everything arrived: 4 invocations");
  }

  @Test
  void once_expectationsThatDoNotHold_failAndAreReported() throws Exception {
    Path wants =
        Files.writeString(
            folder.resolve("wants.json"),
            "{\"invocations\":[{\"spans\":[{\"name\":\"aws.lambda\"},{\"name\":\"no.such\"}]}]}");
    Path junit = folder.resolve("reports/out.xml");
    Path html = folder.resolve("reports/out.html");

    int status =
        process.run(
            "local",
            "--once",
            "--expect",
            wants.toString(),
            "--junit",
            junit.toString(),
            "--html",
            html.toString());

    assertThat(status).isEqualTo(1);
    assertThat(process.out()).contains("no span {\"name\":\"no.such\"} among");
    assertThat(junit).content().contains("tests=\"5\" failures=\"1\"");
    assertThat(html).content().contains("✗ Not all as wanted").contains("coffee.brew");
  }

  @Test
  void once_brokenIntake_printsWhatIsMissingAndFails() {
    assertThat(process.run("local", "--once", "--break-intake", "500")).isEqualTo(1);
    assertThat(process.out())
        .contains("The intake answered 500 to /api/v2/logs")
        .contains("The forwarder failed")
        .contains("✗ Not everything arrived");
  }

  /**
   * What a person has in hand of a function that runs on AWS: its log as {@code aws logs} gives it.
   */
  @Test
  void once_logOfAFunctionElsewhere_isShownAsTheForwarderWouldSendIt() throws Exception {
    String before = "2026-11-21T20:00:00.5+00:00 2026/11/21/[$LATEST]0a1b ";
    StringBuilder log = new StringBuilder(before + "START RequestId: r-1 Version: 7\n");
    for (String line : List.of("trace-function", "metric-custom")) {
      log.append(before).append(Files.readString(Path.of("../contract/wrapper", line + ".line")));
    }
    log.append(before + "java.lang.Error: gone\n\tat com.acme.Orders.place(Orders.java:42)\n");
    log.append(before + "REPORT RequestId: r-1\tDuration: 12.00 ms\tMemory Size: 256 MB\t\n");
    Path file = Files.writeString(folder.resolve("orders.log"), log.toString());

    assertThat(process.run("local", "--once", "--logs", file.toString())).isZero();
    assertThat(process.out())
        .contains("orders")
        .contains("aws.lambda")
        .contains("coffee_house.order_value")
        .contains("java.lang.Error: gone")
        .contains("✓ Everything arrived: 1 invocation");
  }

  @Test
  void once_codeThatIsNotThere_saysWhere() {
    Path jar = folder.resolve("no.jar");

    assertThat(process.run("local", "--once", "--code", jar.toString(), "--handler", "a.B"))
        .isEqualTo(2);
    assertThat(process.err()).startsWith("error: The function's code is not there: " + jar);
  }

  @Test
  void once_handlerThatIsNotThere_saysWhatItFoundInstead() throws Exception {
    Path code = Files.createDirectories(folder.resolve("classes/com/acme"));
    Files.writeString(code.resolve("Orders.class"), "");

    int status =
        process.run(
            "local",
            "--once",
            "--code",
            folder.resolve("classes").toString(),
            "--handler",
            "com.acme.orders");

    assertThat(status).isEqualTo(2);
    assertThat(process.err()).contains("Did you mean com.acme.Orders?");
  }

  @Test
  void once_record_isOpenedByReplay() throws Exception {
    Path file = folder.resolve("session.jsonl");

    assertThat(process.run("local", "--once", "--record", file.toString())).isZero();
    assertThat(Files.readAllLines(file)).hasSize(5);
    assertThat(process.run("local", "--once", "--replay", file.toString())).isZero();
    assertThat(process.out()).contains("✓ Everything arrived: 4 invocations");
  }

  @Test
  void once_recordWhereNothingCanBeWritten_saysSoBeforeAnythingRuns() {
    String file = folder.resolve("no/such/folder/session.jsonl").toString();

    assertThat(process.run("local", "--once", "--record", file)).isEqualTo(2);
    assertThat(process.err()).startsWith("error: The session cannot be recorded to " + file);
  }
}
