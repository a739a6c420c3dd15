package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sleddog lambda instrument --interactive}. */
class InterviewTest {
  private static final String REGION = "eu-west-1";

  private final FakeAws aws = new FakeAws();
  private final Console console;

  InterviewTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(1);
    for (String name : List.of("Forwarder", "bill", "orders")) {
      aws.lambda().add(name, REGION);
      aws.logs().add("/aws/lambda/" + name);
    }
  }

  @Test
  void everythingIsAskedFor_andCarriedOutAfterAYes() {
    console.typing("3\nForwarder\nshop\nprod\n\ny\n");

    assertThat(console.run("lambda", "instrument", "-i")).isZero();
    assertThat(console.err())
        .contains("   1  Forwarder  eu-west-1", "   3  orders  eu-west-1", "Carry this out?");
    JsonNode variables =
        aws.lambda().function("orders", REGION).path("Environment").path("Variables");
    assertThat(variables.path("DD_SERVICE").asText()).isEqualTo("shop");
    assertThat(variables.path("DD_ENV").asText()).isEqualTo("prod");
    assertThat(variables.has("DD_VERSION")).isFalse();
    assertThat(aws.logs().filtersOf("/aws/lambda/orders")).containsKey("sleddog-forwarder");
    assertThat(aws.lambda().function("bill", REGION).has("Layers")).isFalse();
  }

  @Test
  void whatIsSaid_isNotAskedFor() {
    console.typing("y\n");

    assertThat(
            console.run(
                ("lambda instrument -i -f bill --color never --service a --env b --version c"
                        + " --forwarder "
                        + FakeLambda.arn("Forwarder", REGION))
                    .split(" ", 0)))
        .isZero();
    assertThat(console.out()).contains("changed  bill");
  }

  @ParameterizedTest
  @CsvSource({
    "'2\n\n\n\n\nn\n',Declined",
    "'\n\n\n\n\n',No function is chosen",
    "'x*\n\n\n\n\n',No function matches",
  })
  void declinedOrNothingChosen_changesNothing(String typed, String message) {
    console.typing(typed);

    assertThat(console.run("lambda", "instrument", "-i")).isPositive();
    assertThat(console.err()).contains(message);
    assertThat(aws.calls()).doesNotContain("UpdateFunctionConfiguration");
  }

  @Test
  void nobodyToAsk_isWrongUsage() {
    assertThat(console.run("lambda", "instrument", "-i", "-f", "bill")).isEqualTo(2);
    assertThat(console.err()).contains("--interactive needs a person at a terminal");
  }

  @Test
  void tags_areMergedUnlessTheyReplace() {
    aws.lambda()
        .function("bill", REGION)
        .withObject("/Environment/Variables")
        .put("DD_TAGS", "team:a");

    console.run("lambda", "instrument", "-f", "bill", "--extra-tags", "area:x");
    assertThat(tags()).isEqualTo("team:a,area:x");
    console.run("lambda", "instrument", "-f", "bill", "--extra-tags", "area:y", "--replace-tags");
    assertThat(tags()).isEqualTo("area:y");
    console.run("lambda", "uninstrument", "-f", "bill");
    assertThat(tags()).isEqualTo("team:a");
    assertThat(console.run("lambda", "instrument", "-f", "bill", "--replace-tags")).isEqualTo(2);
    assertThat(console.err()).contains("--replace-tags has no tags");
  }

  private String tags() {
    return aws.lambda().function("bill", REGION).at("/Environment/Variables/DD_TAGS").asText();
  }
}
