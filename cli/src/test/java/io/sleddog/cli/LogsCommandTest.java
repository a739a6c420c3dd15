package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sleddog logs} as a whole: the states of a log group, one test each. */
class LogsCommandTest {
  private static final String FORWARDER = FakeLambda.arn("Forwarder", "eu-west-1");

  private final FakeAws aws = new FakeAws();
  private final Console console;

  LogsCommandTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().add("Forwarder", "eu-west-1");
  }

  @Test
  void subscribe_noGroup_isRefusedUnlessItIsToBeCreated() {
    assertThat(subscribe()).isEqualTo(1);
    assertThat(console.out()).contains("[log-group-absent]", "add --create-group");
    assertThat(subscribe("--create-group", "--retention", "7")).isZero();
    assertThat(console.out())
        .contains("CreateLogGroup /shop")
        .contains("PutRetentionPolicy 7 days");
    assertThat(aws.logs().filtersOf("/shop")).containsOnlyKeys("sleddog-forwarder");
  }

  @Test
  void subscribe_noFilter_putsOneThatLetsAllPass() {
    aws.logs().add("/shop");

    assertThat(subscribe()).isZero();
    JsonNode filter =
        aws.logs().filtersOf("/shop").getOrDefault("sleddog-forwarder", Json.object());
    assertThat(filter.path("destinationArn").asText()).isEqualTo(FORWARDER);
    assertThat(filter.path("filterPattern").asText()).isEmpty();
    assertThat(console.out()).contains("AddPermission");
  }

  @Test
  void subscribe_anyFilterWithTheSameDestination_changesNothing() {
    aws.logs().filter("/shop", "by-hand", FORWARDER);

    assertThat(subscribe()).isZero();
    assertThat(console.out()).isEqualTo("1 log group: 1 unchanged\n");
  }

  @Test
  void subscribe_ownNameWithAnotherDestination_overwritesIt() {
    aws.logs().filter("/shop", "sleddog-forwarder", "arn:old");

    assertThat(subscribe()).isZero();
    assertThat(console.out()).contains("sleddog-forwarder to arn:old -> ");
    assertThat(aws.logs().filtersOf("/shop")).hasSize(1);
  }

  @Test
  void subscribe_oneForeignFilter_putsOurs() {
    aws.logs().filter("/shop", "other", "arn:other");

    assertThat(subscribe()).isZero();
    assertThat(aws.logs().filtersOf("/shop")).containsOnlyKeys("other", "sleddog-forwarder");
  }

  @Test
  void subscribe_twoForeignFilters_isRefused() {
    aws.logs().filter("/shop", "one", "arn:one");
    aws.logs().filter("/shop", "two", "arn:two");

    assertThat(subscribe()).isEqualTo(1);
    assertThat(console.out()).contains("[filter-limit]").contains("one, two");
    assertThat(subscribe("--filter-limit", "5")).isZero();
  }

  @Test
  void subscribe_replace_hasToBeConfirmed() {
    aws.logs().filter("/shop", "one", "arn:one");
    aws.logs().filter("/shop", "two", "arn:two");

    assertThat(subscribe("--replace", "two")).isEqualTo(2);
    assertThat(console.err()).contains("Add --yes");
    assertThat(aws.logs().filtersOf("/shop")).containsKey("two");
    assertThat(subscribe("--replace", "two", "--yes")).isZero();
    assertThat(aws.logs().filtersOf("/shop")).containsOnlyKeys("one", "sleddog-forwarder");
  }

  @Test
  void subscribe_replaceDeclined_doesNothing() {
    aws.logs().filter("/shop", "two", "arn:two");
    console.typing("no\n");

    assertThat(subscribe("--replace", "two")).isEqualTo(2);
    assertThat(console.err()).contains("Declined; nothing was done");
    assertThat(aws.logs().filtersOf("/shop")).containsOnlyKeys("two");
  }

  @Test
  void subscribe_classWithoutSubscriptions_isRefused() {
    aws.logs().add("/shop").put("logGroupClass", "INFREQUENT_ACCESS");

    assertThat(subscribe()).isEqualTo(1);
    assertThat(console.out()).contains("[log-group-class]");
  }

  @Test
  void subscribe_manyGroups_grantsOnce() {
    aws.logs().add("/aws/lambda/a");
    aws.logs().add("/aws/lambda/b");

    assertThat(subscribe("--log-group", "/aws/lambda/*", "--json", "--create-group")).isZero();
    assertThat(aws.calls()).filteredOn("AddPermission"::equals).hasSize(1);
    assertThat(Json.parse(console.out()).at("/result/logGroups")).hasSize(3);
  }

  @Test
  void subscribe_ownLogGroupOfTheForwarder_isRefused() {
    aws.logs().add("/aws/lambda/Forwarder");

    assertThat(
            console.run(
                "logs",
                "subscribe",
                "--log-group",
                "/aws/lambda/Forwarder",
                "--forwarder",
                FORWARDER))
        .isEqualTo(1);
    assertThat(console.out()).contains("[forwarder-itself]");
  }

  @Test
  void unsubscribe_takesOursOnlyUnlessTheForwarderIsNamed() {
    aws.logs().filter("/shop", "sleddog-forwarder", FORWARDER);
    aws.logs().filter("/shop", "by-hand", FORWARDER);
    aws.logs().filter("/shop", "other", "arn:other");

    assertThat(console.run("logs", "unsubscribe", "--log-group", "/shop")).isZero();
    assertThat(aws.logs().filtersOf("/shop")).containsOnlyKeys("by-hand", "other");
    assertThat(console.run("logs", "unsubscribe", "--log-group", "/shop", "--forwarder", FORWARDER))
        .isZero();
    assertThat(aws.logs().filtersOf("/shop")).containsOnlyKeys("other");
  }

  @Test
  void list_showsEveryFilterWithItsOwner() {
    aws.logs().filter("/shop", "sleddog-forwarder", FORWARDER);
    aws.logs().filter("/shop", "datadog-ci-filter", "arn:dd");
    aws.logs().add("/zoo");

    assertThat(console.run("logs", "list")).isZero();
    Golden.assertSame("logs-list.txt", console.out());
    assertThat(console.run("logs", "list", "--prefix", "/sh", "--json")).isZero();
    Golden.assertSame("logs-list.json", console.out());
  }

  @Test
  void commands_withoutWhatTheyNeed_sayWhatToAdd() {
    assertThat(console.run("logs", "subscribe", "--log-group", "/shop")).isEqualTo(2);
    assertThat(console.err()).contains("Add --forwarder");
    assertThat(console.run("logs", "unsubscribe")).isEqualTo(2);
    assertThat(console.err()).contains("Add --log-group");
    assertThat(console.run("logs", "unsubscribe", "--log-group", "/none*")).isEqualTo(1);
    assertThat(console.run("logs", "subscribe", "-r", "a,b", "--forwarder", "x")).isEqualTo(2);
    console.with("AWS_REGION", "");
    assertThat(console.run("logs", "list")).isEqualTo(2);
    assertThat(console.err()).contains("AWS_REGION");
  }

  @Test
  void list_allRegions_asksForThemAndGoesThrough() {
    aws.others()
        .answer(
            "DescribeRegions",
            "{'Regions': [{'RegionName': 'us-east-1'}, {'RegionName': 'eu-west-1'}]}");
    aws.logs().filter("/shop", "sleddog-forwarder", FORWARDER);

    assertThat(console.run("logs", "list", "--all-regions", "--json")).isZero();
    assertThat(Json.parse(console.out()).at("/result/logGroups").findValuesAsText("region"))
        .containsExactly("eu-west-1", "us-east-1");
    console.with("AWS_REGION", "");
    assertThat(console.run("logs", "list", "--all-regions")).isZero();
    assertThat(console.out()).contains("2 log groups");
  }

  @Test
  void list_allRegionsDenied_namesTheRight() {
    aws.fail("DescribeRegions", "", "UnauthorizedOperation");

    assertThat(console.run("logs", "list", "--all-regions")).isEqualTo(1);
    assertThat(console.err()).contains("Looking for regions", "ec2:DescribeRegions");
  }

  /** In each region what is there of it; a name that is nowhere is told once a region. */
  @Test
  void unsubscribe_severalRegions_takesTheFilterInEach() {
    aws.logs().filter("/shop", "sleddog-forwarder", FORWARDER);
    String[] words = {
      "logs", "unsubscribe", "--log-group", "/shop,/none", "-r", "eu-west-1,us-east-1", "--json"
    };

    assertThat(console.run(words)).isZero();
    JsonNode groups = Json.parse(console.out()).at("/result/logGroups");
    assertThat(groups.findValuesAsText("region")).containsExactly("eu-west-1", "us-east-1");
    assertThat(groups.findValuesAsText("logGroup")).containsOnly("/shop");
    words[3] = "/none";
    assertThat(console.run(words)).isZero();
    assertThat(Json.parse(console.out()).at("/result/logGroups").findValuesAsText("region"))
        .hasSize(2);
  }

  /** By its name the forwarder is meant in every region, whatever else is there of that name. */
  @Test
  void unsubscribe_forwarderByName_takesWhatLeadsThere() {
    aws.logs().filter("/shop", "by-hand", FORWARDER);
    aws.logs().filter("/shop", "other", FakeLambda.arn("ForwarderTwo", "eu-west-1"));

    assertThat(
            console.run("logs", "unsubscribe", "--log-group", "/shop", "--forwarder", "Forwarder"))
        .isZero();
    assertThat(aws.logs().filtersOf("/shop")).containsOnlyKeys("other");
  }

  @Test
  void subscribe_pattern_isShown() {
    aws.logs().filter("/shop", "sleddog-forwarder", "arn:old");

    assertThat(subscribe("--pattern", "{ $.level = ERROR }", "--dry-run")).isZero();
    assertThat(console.out()).contains(FORWARDER + ", pattern { $.level = ERROR }");
  }

  private int subscribe(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("logs", "subscribe", "--log-group", "/shop", "--forwarder", FORWARDER));
    words.addAll(List.of(more));
    return console.run(words.toArray(String[]::new));
  }
}
