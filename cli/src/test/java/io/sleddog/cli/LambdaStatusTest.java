package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sleddog lambda status} as a whole. */
class LambdaStatusTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);

  private final FakeAws aws = new FakeAws();
  private final Console console;

  LambdaStatusTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(3);
    for (String name : List.of("bill", "orders")) {
      aws.lambda()
          .add(name, REGION)
          .withObject("/Environment/Variables")
          .put("SECRET", "sesame of " + name);
      aws.logs().add("/aws/lambda/" + name);
    }
    aws.lambda().add("Forwarder", REGION);
    console.run(
        ("lambda instrument -f orders --service shop --env prod --forwarder " + FORWARDER)
            .split(" ", 0));
    aws.forgetCalls();
  }

  @Test
  void status_showsEachFunctionAndChangesNothing() {
    assertThat(status()).isZero();
    Golden.assertSame("lambda-status.txt", console.out());
    assertThat(status("--json")).isZero();
    Golden.assertSame("lambda-status.json", console.out());
    assertThat(console.out()).doesNotContain("sesame");
    assertThat(aws.calls()).allMatch(it -> it.matches("(Get|List|Describe).*"));
  }

  @Test
  void status_asTheOptionsSay_isNoDrift() {
    assertThat(status("-f", "orders", "--forwarder", FORWARDER, "--service", "shop", "--fail"))
        .isZero();
    assertThat(console.out()).endsWith("1 function: 0 not as the options say\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--service other,DD_SERVICE",
    "--layer-version 4,layer:sleddog:4",
    "--handler-redirect false,AWS_LAMBDA_EXEC_WRAPPER",
  })
  void status_otherThanTheOptionsSay_isDrift(String options, String drift) {
    assertThat(status(("-f orders --fail --json " + options).split(" ", 0))).isEqualTo(3);
    JsonNode orders = Json.parse(console.out()).at("/result/functions/0");
    assertThat(orders.path("drifted").asBoolean()).isTrue();
    assertThat(orders.path("drift").toString()).contains(drift);
  }

  @ParameterizedTest
  @CsvSource({
    "Handler,io.sleddog.lambda.LayerHandler::handleRequest,redirect",
    "Handler,a.B,none",
    "Handler,io.sleddog.forwarder.ForwarderHandler::handleRequest,is forwarder",
    "AWS_LAMBDA_EXEC_WRAPPER,/opt/sleddog,script",
  })
  void status_howItIsInstrumented_isSeen(String name, String value, String how) {
    var bill = aws.lambda().function("bill", REGION);
    if (name.equals("Handler")) {
      bill.put(name, value);
    } else {
      bill.withObject("/Environment/Variables").put(name, value);
    }

    status("-f", "bill", "--json");
    assertThat(Json.parse(console.out()).at("/result/functions/0/instrumented").asText())
        .isEqualTo(how);
  }

  @Test
  void status_oneIsMissing_showsTheOthers() {
    assertThat(status("-f", "nope,orders")).isEqualTo(5);
    assertThat(console.out()).contains("There is no function nope", "orders");
    assertThat(status("-f", "nope", "--json")).isEqualTo(1);
    assertThat(Json.parse(console.out()).at("/result/functions/0/error/id").asText())
        .isEqualTo("function-missing");
  }

  private int status(String... more) {
    String[] words = new String[more.length + 2];
    words[0] = "lambda";
    words[1] = "status";
    System.arraycopy(more, 0, words, 2, more.length);
    return console.run(words);
  }
}
