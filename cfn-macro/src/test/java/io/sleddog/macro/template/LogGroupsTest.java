package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Nodes;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogGroupsTest {
  private final Texts texts = Functions.texts();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'/aws/lambda/shop'",
        "{'Fn::Sub':'/aws/lambda/${Orders}'}",
        "{'Fn::Join':['',['/aws/lambda/',{'Ref':'Orders'}]]}",
        "{'Fn::Join':['/',['','aws','lambda',{'Ref':'Orders'}]]}",
        "{'Fn::Join':['/',['/aws/lambda','shop']]}",
        "{'Fn::Sub':['/aws/lambda/${N}',{'N':{'Ref':'Orders'}}]}",
      })
  void of_groupDeclaredInAnyWay_isFound(String name) {
    FoundGroup found = find("{'FunctionName':'shop'}", group("Logs", name)).get();
    assertThat(found.id()).contains("Logs");
    assertThat(found.group().presence()).isEqualTo(Presence.PRESENT);
    assertThat(found.group().isCustom()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'/aws/lambda/shop2'",
        "{'Fn::Sub':'/aws/lambda/${OrdersBackup}'}",
        "{'Ref':'LogGroupName'}"
      })
  void of_otherGroup_isNotTakenForIts(String name) {
    FoundGroup found = find("{'FunctionName':'shop'}", group("Logs", name)).get();
    assertThat(found.id()).isEmpty();
    assertThat(found.group().presence()).isEqualTo(Presence.UNKNOWN);
    assertThat(found.group().name()).isEqualTo(Text.of("/aws/lambda/shop"));
  }

  @Test
  void of_groupChosenByReference_isThatOne() {
    FoundGroup found =
        find("{'LoggingConfig':{'LogGroup':{'Ref':'Logs'}}}", group("Logs", "'/all'")).get();
    assertThat(found.id()).contains("Logs");
    assertThat(found.group().isCustom()).isTrue();
  }

  @Test
  void of_groupChosenByName_mayBeElsewhere() {
    LogGroup group = find("{'LoggingConfig':{'LogGroup':'/all'}}", "{}").get().group();
    assertThat(group.name()).isEqualTo(Text.of("/all"));
    assertThat(group.presence()).isEqualTo(Presence.UNKNOWN);
    assertThat(group.isCustom()).isTrue();
  }

  @Test
  void of_logFormatAlone_leavesTheGroupLambdasOwn() {
    assertThat(find("{'LoggingConfig':{'LogFormat':'JSON'}}", "{}").get().group().isCustom())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'LoggingConfig':{'Ref':'Config'}}",
        "{'LoggingConfig':{'Fn::If':['C',{'LogGroup':'a'},{'Ref':'AWS::NoValue'}]}}",
        "{'LoggingConfig':{'LogGroup':{'Fn::If':['C','a',{'Ref':'AWS::NoValue'}]}}}",
      })
  void of_groupNobodyKnows_isNothing(String properties) {
    assertThat(find(properties, "{}")).isEmpty();
  }

  @Test
  void of_filtersOnTheGroup_areListedWithTheirNames() {
    String resources =
        """
        {'Logs': {'Type': 'AWS::Logs::LogGroup',
           'Properties': {'LogGroupName': '/aws/lambda/shop'}},
         'A': {'Type': 'AWS::Logs::SubscriptionFilter', 'Properties': {
           'LogGroupName': {'Ref': 'Logs'}, 'FilterName': 'a', 'DestinationArn': 'd'}},
         'B': {'Type': 'AWS::Logs::SubscriptionFilter', 'Properties': {
           'LogGroupName': '/aws/lambda/shop', 'FilterPattern': 'x', 'DestinationArn': 'd'}},
         'C': {'Type': 'AWS::Logs::SubscriptionFilter', 'Properties': {
           'LogGroupName': '/other', 'DestinationArn': 'd'}}}
        """;
    assertThat(find("{'FunctionName':'shop'}", resources).get().group().filters())
        .containsExactly(
            new SubscriptionFilter(Text.of("a"), Text.of(""), Text.of("d")),
            new SubscriptionFilter(texts.ref("B"), Text.of("x"), Text.of("d")));
  }

  @Test
  void of_classWithoutSubscriptions_takesNoFilter() {
    String resources =
        "{'Logs':{'Type':'AWS::Logs::LogGroup','Properties':{"
            + "'LogGroupName':'/aws/lambda/shop','LogGroupClass':'DELIVERY'}}}";
    assertThat(find("{'FunctionName':'shop'}", resources).get().group().takesFilters()).isFalse();
  }

  @Test
  void of_functionWhoseNameMayBeMissing_isNamedByReference() {
    String name = "{'FunctionName':{'Fn::If':['C','shop',{'Ref':'AWS::NoValue'}]}}";
    assertThat(find(name, "{}").get().group().name()).hasToString("/aws/lambda/${Orders}");
  }

  private Optional<FoundGroup> find(String properties, String resources) {
    FunctionResource function = Functions.lambda(properties);
    LogGroups groups = new LogGroups((ObjectNode) Nodes.of(resources), texts, Functions.values());
    Place place = new Place(Text.of("aws"), Text.of("eu-west-1"), Text.of("1"));
    return groups.of(function, new FunctionReader(texts, place).names(function));
  }

  private static String group(String id, String name) {
    return "{'%s':{'Type':'AWS::Logs::LogGroup','Properties':{'LogGroupName':%s}}}"
        .formatted(id, name);
  }
}
