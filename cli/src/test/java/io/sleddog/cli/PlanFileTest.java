package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan that is kept with {@code --plan-out} and carried out with {@code --plan}. */
class PlanFileTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);

  private final FakeAws aws = new FakeAws();
  private final Path folder;
  private final Path file;
  private final Console console;

  PlanFileTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("plan.json");
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(3);
    aws.lambda().add("Forwarder", REGION);
    for (String name : List.of("bill", "orders")) {
      aws.lambda()
          .add(name, REGION)
          .withObject("/Environment/Variables")
          .put("SECRET", "sesame of " + name);
      aws.logs().add("/aws/lambda/" + name);
    }
  }

  @Test
  void planOut_writesTheWholePlanAndChangesNothing() throws IOException {
    assertThat(keep()).isZero();
    assertThat(console.out()).contains("Dry run, nothing was changed.");
    assertThat(console.out()).doesNotContain("sesame");
    assertThat(aws.calls()).allMatch(it -> it.matches("(Get|List|Describe).*"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    JsonNode kept = Json.parse(Files.readString(file));
    assertThat(kept.at("/functions/0/revisionId").asText()).isEqualTo("1");
    assertThat(kept.at("/functions/0/plan/0/input/Environment/Variables/SECRET").asText())
        .isEqualTo("sesame of bill");
  }

  /** What is carried out is what was printed when the plan was made. */
  @Test
  void plan_isCarriedOutAsItWasPrinted() {
    keep("--json");
    JsonNode printed = Json.parse(console.out()).at("/result/functions");

    assertThat(console.run("lambda", "instrument", "--plan", "plan.json", "--json")).isZero();
    JsonNode done = Json.parse(console.out()).at("/result/functions");
    for (int i = 0; i < 2; i++) {
      assertThat(done.path(i).path("plan")).isEqualTo(printed.path(i).path("plan"));
      assertThat(done.path(i).path("outcome").asText()).isEqualTo("changed");
    }
    JsonNode orders = aws.lambda().function("orders", REGION);
    assertThat(orders.at("/Layers/0/Arn").asText()).endsWith(":layer:sleddog:3");
    assertThat(orders.at("/Environment/Variables/SECRET").asText()).isEqualTo("sesame of orders");
    assertThat(aws.logs().filtersOf("/aws/lambda/bill")).containsKey("sleddog-forwarder");
  }

  @Test
  void plan_dryRun_showsItOnly() {
    keep();

    assertThat(console.run("lambda", "instrument", "--plan", "plan.json", "--dry-run")).isZero();
    assertThat(console.out())
        .contains("UpdateFunctionConfiguration", "2 planned")
        .doesNotContain("sesame");
    assertThat(aws.calls()).doesNotContain("UpdateFunctionConfiguration");
  }

  @Test
  void plan_functionHasChanged_isRefused() {
    keep();
    aws.lambda().function("bill", REGION).put("RevisionId", "2");

    assertThat(console.run("lambda", "instrument", "--plan", "plan.json")).isEqualTo(5);
    assertThat(console.out()).contains("[revision-moved]", "changed  orders");
    assertThat(aws.lambda().function("bill", REGION).has("Layers")).isFalse();
  }

  @Test
  void plan_functionIsGone_doesNotKeepTheOthers() {
    keep();
    aws.fail("GetFunctionConfiguration", "bill", "ResourceNotFoundException");

    assertThat(console.run("lambda", "instrument", "--plan", "plan.json")).isEqualTo(5);
    assertThat(console.out()).contains("changed  orders");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nope|it cannot be read",
        "[]|it was not written by --plan-out",
        "{\"schema\": 2, \"functions\": []}|it was not written by --plan-out",
        "{|line 1",
      })
  void plan_isNone_saysWhy(String content, String message) throws IOException {
    if (!content.equals("nope")) {
      Files.writeString(file, content);
    }

    assertThat(console.run("lambda", "instrument", "--plan", "plan.json")).isEqualTo(2);
    assertThat(console.err()).contains(message, "Write one with --plan-out FILE");
  }

  @Test
  void planAndPlanOut_excludeEachOther() {
    assertThat(console.run("lambda", "instrument", "--plan", "a", "--plan-out", "b")).isEqualTo(2);
    assertThat(console.err()).contains("exclude each other");
    assertThat(folder).isEmptyDirectory();
  }

  private int keep(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("lambda", "instrument", "-f", "bill,orders", "--forwarder", FORWARDER));
    words.addAll(List.of("--plan-out", "plan.json"));
    words.addAll(List.of(more));
    return console.run(words.toArray(String[]::new));
  }
}
