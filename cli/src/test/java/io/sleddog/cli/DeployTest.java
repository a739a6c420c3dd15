package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sleddog forwarder deploy} and {@code update} as a whole. */
class DeployTest {
  private static final String REGION = "eu-west-1";
  private static final String STACK = "datadog-forwarder";
  private static final String BUCKET = "sleddog-code-123456789012-eu-west-1";
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String TEMPLATE =
      """
      CodeBucket
      CodeKey
      CodeVersion
      DdApiKey secret
      DdApiKeySecretArn
      DdApiKeySsmParameterName
      DdSite
      DdUseVPC
      MemorySize
      Timeout
      VPCSubnetIds
      """;

  private final FakeAws aws = new FakeAws();
  private final Path folder;
  private final Console console;

  DeployTest(@TempDir Path folder) {
    this.folder = folder;
    this.console = new Console(folder, aws).with("DD_API_KEY", KEY);
  }

  @BeforeEach
  void build() throws IOException {
    Files.writeString(folder.resolve("forwarder.yaml"), TEMPLATE);
    Files.writeString(folder.resolve("forwarder.zip"), "code");
    aws.lambda().add("made", REGION);
    aws.stacks().willMake(STACK, "made");
  }

  @Test
  void deploy_dryRun_showsThePlanAndCallsNothingThatWrites() {
    assertThat(deploy("--api-key-env", "--site", "datadoghq.eu", "--dry-run")).isZero();
    Golden.assertSame("forwarder-deploy-dry-run.txt", console.out());
    assertThat(deploy("--api-key-env", "--site", "datadoghq.eu", "--dry-run", "--json")).isZero();
    Golden.assertSame(
        "forwarder-deploy-dry-run.json", console.out().replace(folder.toString(), "FOLDER"));
    assertThat(console.out()).doesNotContain(KEY);
    assertThat(aws.calls()).allMatch(it -> it.matches("(Get|List|Describe|Head).*"));
  }

  @Test
  void deploy_newStack_uploadsAndWaitsAndNamesTheForwarder() {
    aws.stacks().goThrough("CREATE_IN_PROGRESS", "CREATE_IN_PROGRESS", "CREATE_COMPLETE");

    assertThat(deploy("--api-key-env")).isZero();
    Golden.assertSame("forwarder-deploy.txt", console.out());
    Golden.assertSame("forwarder-deploy-progress.txt", console.err());
    assertThat(aws.objects().bucket(BUCKET)).singleElement().asString().startsWith("sleddog/");
    assertThat(parameter("DdApiKey")).isEqualTo(KEY);
    assertThat(console.pauses()).isNotEmpty();
    assertThat(console.out() + console.err()).doesNotContain(KEY);
  }

  @Test
  void deploy_twice_findsNothingToDo() {
    deploy("--api-key-parameter", "/datadog/key");
    aws.forgetCalls();

    assertThat(deploy()).isZero();
    assertThat(console.out()).isEqualTo(STACK + "  eu-west-1  unchanged\n");
    assertThat(deploy("--json", "--dry-run", "--fail")).isZero();
    assertThat(Json.parse(console.out()).at("/result/plan")).isEmpty();
    assertThat(aws.calls()).allMatch(it -> it.matches("(Get|List|Describe|Head).*"));
  }

  @Test
  void deploy_otherCode_isAnotherKey() throws IOException {
    deploy("--api-key-parameter", "/datadog/key");
    Files.writeString(folder.resolve("forwarder.zip"), "other code");

    assertThat(deploy("--dry-run", "--fail")).isEqualTo(3);
    assertThat(console.out()).contains("PutObject", "[~] CodeKey").doesNotContain("CreateBucket");
  }

  /** A stack of Datadog's own forwarder has parameters that ours lacks, and no code of its own. */
  @Test
  void update_datadogsOwnStack_keepsItsParametersAndItsKey() {
    ArrayNode parameters = aws.stacks().add(STACK, "made");
    put(parameters, "DdApiKey", "****");
    put(parameters, "DdSite", "us5.datadoghq.com");
    put(parameters, "MemorySize", "512");
    put(parameters, "DdOld", "x");

    assertThat(update("--app-timeout", "60")).isZero();
    assertThat(console.out())
        .contains("no parameters DdOld")
        .contains("[+] Timeout  60")
        .doesNotContain("DdSite");
    assertThat(parameter("DdApiKey")).isEqualTo("****");
    assertThat(parameter("DdSite")).isEqualTo("us5.datadoghq.com");
    assertThat(parameter("MemorySize")).isEqualTo("512");
    assertThat(parameter("CodeBucket")).isEqualTo(BUCKET);
  }

  @Test
  void update_keyElsewhere_putsTheOthersOutOfForce() {
    put(aws.stacks().add(STACK, "made"), "DdApiKeySsmParameterName", "/old");
    aws.others().answer("DescribeSecret", "{'ARN': 'arn:aws:secretsmanager:eu-west-1:1:secret:k'}");

    assertThat(update("--api-key-secret", "datadog/key")).isZero();
    assertThat(parameter("DdApiKeySsmParameterName")).isEmpty();
    assertThat(parameter("DdApiKeySecretArn")).endsWith(":secret:k");
  }

  @Test
  void update_objectHadAVersion_forgetsIt() {
    put(aws.stacks().add(STACK, "made"), "CodeVersion", "v1");

    assertThat(update()).isZero();
    assertThat(parameter("CodeVersion")).isEmpty();
  }

  @Test
  void deploy_changeSetOnly_leavesItToBeExecuted() {
    assertThat(deploy("--api-key-env", "--change-set-only")).isZero();
    assertThat(console.out())
        .contains("prepared  datadog-forwarder", "aws cloudformation execute-change-set");
    assertThat(aws.calls()).contains("CreateChangeSet").doesNotContain("ExecuteChangeSet");
  }

  @Test
  void deploy_changeSetIsEmpty_isDeletedAndNothingIsChanged() {
    put(aws.stacks().add(STACK, "made"), "CodeKey", "old");
    aws.stacks().endChangeSets("FAILED", "The submitted information didn't contain changes.");

    assertThat(update("--json")).isZero();
    assertThat(Json.parse(console.out()).at("/result/outcome").asText()).isEqualTo("unchanged");
    assertThat(aws.calls()).contains("DeleteChangeSet").doesNotContain("ExecuteChangeSet");
  }

  @Test
  void deploy_changeSetFails_saysWhy() {
    aws.stacks().endChangeSets("FAILED", "Parameter DdSite is wrong");

    assertThat(deploy("--api-key-env")).isEqualTo(1);
    assertThat(console.err()).contains("does not take the change: Parameter DdSite is wrong");
  }

  @Test
  void deploy_stackFails_tellsTheFirstReason() {
    aws.stacks().goThrough("CREATE_IN_PROGRESS");
    aws.stacks().event("Forwarder", "CREATE_FAILED");
    aws.stacks().goThrough("ROLLBACK_IN_PROGRESS", "ROLLBACK_COMPLETE");

    assertThat(deploy("--api-key-env")).isEqualTo(1);
    assertThat(console.err()).contains("in the state ROLLBACK_COMPLETE: Forwarder: no such subnet");
    assertThat(deploy("--api-key-env")).isEqualTo(1);
    assertThat(console.err()).contains("Delete it: aws cloudformation delete-stack");
  }

  @Test
  void update_functionIsReplaced_isAskedFor() {
    put(aws.stacks().add(STACK, "made"), "CodeKey", "old");
    aws.stacks().replaceTheFunction();

    assertThat(update()).isEqualTo(2);
    assertThat(console.err()).contains("Add --yes");
    assertThat(aws.calls()).contains("DeleteChangeSet").doesNotContain("ExecuteChangeSet");
    assertThat(update("--yes")).isZero();
    assertThat(aws.calls()).contains("ExecuteChangeSet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--name other|2|It is not said where the API key is",
        "--api-key-env --api-key-parameter /x|2|exclude each other",
        "--api-key-env NOPE|2|The variable NOPE is not set",
        "--api-key-env SHORT|2|it has 3 characters",
        "--api-key-secret nope|1|secretsmanager:DescribeSecret failed",
        "--api-key-env --param Nope=1|2|The template has no parameter Nope",
        "--api-key-env --params nope.json|2|it cannot be read",
        "--api-key-env --zip nope.zip|2|--zip: there is no file",
        "--api-key-env --template forwarder.zip|2|it has no parameters CodeBucket and CodeKey",
        "--api-key-env --bucket mine|1|There is no bucket mine",
        "--api-key-env -r eu-west-1,us-east-1|2|one region at a time",
        "--memory much|2|'much' is not an int",
      })
  void deploy_wrongInput_saysWhatAndChangesNothing(String options, int status, String message) {
    console.with("SHORT", "abc");

    assertThat(deploy(options.split(" ", 0))).isEqualTo(status);
    assertThat(console.err()).contains(message);
    assertThat(aws.calls()).allMatch(it -> it.matches("(Get|List|Describe|Head).*"));
  }

  /** A forwarder that feeds a collector alone needs no key. */
  @Test
  void deploy_withoutDatadog_needsNoKey() throws IOException {
    Files.writeString(folder.resolve("forwarder.yaml"), TEMPLATE + "SendToDatadog\n");

    assertThat(deploy("--name", "other", "--param", "SendToDatadog=false", "--dry-run")).isZero();
    assertThat(deploy("--name", "other", "--param", "SendToDatadog=true")).isEqualTo(2);
    assertThat(console.err()).contains("It is not said where the API key is");
  }

  @Test
  void update_stackIsNotAForwarders_isRefused() {
    aws.stacks().add("shop", "");

    assertThat(update("--name", "shop")).isEqualTo(1);
    assertThat(console.err()).contains("The stack shop has no function Forwarder");
    assertThat(update("--name", "nope")).isEqualTo(1);
    assertThat(console.err()).contains("There is no stack nope");
  }

  @Test
  void update_stackIsBusy_maybeTriedAgain() {
    aws.stacks().add(STACK, "made");
    aws.stacks().stack(STACK).put("StackStatus", "UPDATE_IN_PROGRESS");

    assertThat(update("--json")).isEqualTo(1);
    assertThat(Json.parse(console.out()).at("/error/retryable").asBoolean()).isTrue();
  }

  /** All ways to give parameters; the last one named wins. */
  @Test
  void deploy_parameters_comeFromFilesAndOptions() throws IOException {
    Files.writeString(
        folder.resolve("list.json"),
        "[{\"ParameterKey\": \"DdSite\", \"ParameterValue\": \"datadoghq.eu\"},"
            + "{\"ParameterKey\": \"Timeout\", \"ParameterValue\": \"30\"}]");

    deploy(
        "--api-key-env",
        "--params",
        "list.json",
        "--param",
        "Timeout=60",
        "--vpc-subnets",
        "a,b",
        "--memory",
        "128");
    assertThat(parameter("DdSite")).isEqualTo("datadoghq.eu");
    assertThat(parameter("Timeout")).isEqualTo("60");
    assertThat(parameter("MemorySize")).isEqualTo("128");
    assertThat(parameter("DdUseVPC")).isEqualTo("true");
    assertThat(parameter("VPCSubnetIds")).isEqualTo("a,b");
  }

  @Test
  void deploy_configurationFile_isRead() throws IOException {
    Files.writeString(
        folder.resolve("sleddog.json"), "{\"site\": \"datadoghq.eu\", \"memory\": 256}");

    deploy("--api-key-env");
    assertThat(parameter("DdSite")).isEqualTo("datadoghq.eu");
    assertThat(parameter("MemorySize")).isEqualTo("256");
  }

  /** Not every stand-in for CloudFormation tells which parameters are secret. */
  @Test
  void deploy_templateThatNamesNoSecret_hidesTheKeyAllTheSame() throws IOException {
    Files.writeString(folder.resolve("forwarder.yaml"), TEMPLATE.replace(" secret", ""));

    for (String more : List.of("--dry-run", "--dry-run --json", "--yes")) {
      assertThat(deploy(("--api-key-env " + more).split(" ", 0))).isZero();
      assertThat(console.out() + console.err()).contains("DdApiKey").doesNotContain(KEY);
    }
  }

  private int deploy(String... more) {
    return run("deploy", more);
  }

  private int update(String... more) {
    return run("update", more);
  }

  private int run(String command, String... more) {
    List<String> words = new ArrayList<>(List.of("forwarder", command));
    words.addAll(List.of(more));
    return console.run(words.toArray(String[]::new));
  }

  private static void put(ArrayNode parameters, String name, String value) {
    parameters.addObject().put("ParameterKey", name).put("ParameterValue", value);
  }

  private String parameter(String name) {
    for (JsonNode it : aws.stacks().stack(STACK).path("Parameters")) {
      if (it.path("ParameterKey").asText().equals(name)) {
        return it.path("ParameterValue").asText();
      }
    }
    return "";
  }
}
