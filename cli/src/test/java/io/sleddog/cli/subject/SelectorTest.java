package io.sleddog.cli.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which functions a selection means. */
class SelectorTest {
  private static final String HERE = "eu-west-1";
  private static final String THERE = "us-east-1";

  private final FakeAws aws = new FakeAws();

  @BeforeEach
  void fill() {
    for (String name : List.of("orders-in", "orders-out", "bill", "bill-2", "a.b")) {
      aws.lambda().add(name, HERE);
    }
    aws.lambda().add("orders-in", THERE);
  }

  @Test
  void select_names_areTakenWithoutACall() {
    assertThat(names(Selection.of(List.of("nope", "orders-in", "nope"))))
        .containsExactly("nope", "orders-in");
    assertThat(aws.calls()).isEmpty();
  }

  @Test
  void select_arn_keepsItsOwnRegion() {
    String arn = FakeLambda.arn("orders-in", "ap-south-1");

    assertThat(new Selector(aws, List.of(HERE)).select(Selection.of(List.of(arn))))
        .containsExactly(new Target(arn, List.of("ap-south-1")));
  }

  @Test
  void select_glob_matchesWholeNamesOnAllPages() {
    assertThat(names(Selection.of(List.of("orders-*")))).containsExactly("orders-in", "orders-out");
    assertThat(names(Selection.of(List.of("*ill")))).containsExactly("bill");
    assertThat(names(Selection.of(List.of("a*b", "b.ll*")))).containsExactly("a.b");
  }

  @Test
  void select_globInTwoRegions_givesEachItsOwnTarget() {
    assertThat(new Selector(aws, List.of(HERE, THERE)).select(Selection.of(List.of("orders-in*"))))
        .containsExactly(
            new Target("orders-in", List.of(HERE)), new Target("orders-in", List.of(THERE)));
  }

  @Test
  void select_regex_isFoundAnywhereInTheName() {
    assertThat(names(regex("ill-\\d$"))).containsExactly("bill-2");
    assertThat(names(regex("rders"))).containsExactly("orders-in", "orders-out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "a:b"})
  void select_regexThatIsNone_isWrongUsage(String text) {
    assertThatThrownBy(() -> names(regex(text)))
        .isInstanceOf(Problem.class)
        .hasMessageMatching(".*(no regular expression|not ARNs).*");
  }

  @Test
  void select_tagAndStack_takesTheFunctionsOfBoth() {
    aws.others()
        .answer(
            "GetResources",
            "{'ResourceTagMappingList':[{'ResourceARN':'%s'},{'ResourceARN':'%s'}]}"
                .formatted(FakeLambda.arn("bill", HERE), FakeLambda.arn("orders-in", HERE)));
    aws.others()
        .answer(
            "ListStackResources shop",
            "{'StackResourceSummaries':["
                + "{'ResourceType':'AWS::CloudFormation::Stack','PhysicalResourceId':'inner'},"
                + "{'ResourceType':'AWS::S3::Bucket','PhysicalResourceId':'bill'}]}");
    aws.others()
        .answer(
            "ListStackResources inner",
            "{'StackResourceSummaries':["
                + "{'ResourceType':'AWS::Lambda::Function','PhysicalResourceId':'orders-in'}]}");

    assertThat(names(search(Map.of("team", "a"), List.of()))).containsExactly("bill", "orders-in");
    assertThat(names(search(Map.of(), List.of("shop")))).containsExactly("orders-in");
    assertThat(names(search(Map.of("team", "a"), List.of("shop")))).containsExactly("orders-in");
  }

  @Test
  void select_excluded_areLeftOutHoweverTheyAreChosen() {
    Selection chosen =
        new Selection(
            List.of("bill", "orders-*"),
            Optional.empty(),
            Map.of(),
            List.of(),
            List.of("bil*", "orders-out"));

    assertThat(names(chosen)).containsExactly("orders-in");
  }

  @Test
  void select_withoutARegion_saysSo() {
    Selector nowhere = new Selector(aws, List.of());

    assertThatThrownBy(() -> nowhere.select(Selection.of(List.of("bill"))))
        .hasMessageContaining("in which region bill is");
    assertThatThrownBy(() -> nowhere.select(Selection.of(List.of("b*"))))
        .hasMessageContaining("in which region to look");
  }

  private List<String> names(Selection selection) {
    return new Selector(aws, List.of(HERE)).select(selection).stream().map(Target::name).toList();
  }

  private static Selection regex(String text) {
    return new Selection(List.of(), Optional.of(text), Map.of(), List.of(), List.of());
  }

  private static Selection search(Map<String, String> tags, List<String> stacks) {
    return new Selection(List.of(), Optional.empty(), tags, stacks, List.of());
  }
}
