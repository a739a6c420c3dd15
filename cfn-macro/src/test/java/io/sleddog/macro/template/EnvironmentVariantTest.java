package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.macro.expression.Nodes;
import io.sleddog.plan.model.Entries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentVariantTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{'Environment':{'Variables':{'N':'v'}}}",
        "{'Environment':{}}|{'Environment':{'Variables':{'N':'v'}}}",
        "{'Environment':{'Variables':{'A':1}}}|{'Environment':{'Variables':{'A':1,'N':'v'}}}",
        "{'Environment':{'Ref':'AWS::NoValue'}}|{'Environment':{'Variables':{'N':'v'}}}",
        "{'Environment':{'Variables':null}}|{'Environment':{'Variables':{'N':'v'}}}",
        "{'Environment':{'Fn::If':['C',{'Variables':{'A':1}},{'Ref':'AWS::NoValue'}]}}"
            + "|{'Environment':{'Fn::If':['C',{'Variables':{'A':1,'N':'v'}},{'Variables':{'N':'v'}}]}}",
        "{'Environment':{'Variables':{'Fn::If':['C',{'A':1},{'B':1}]}}}"
            + "|{'Environment':{'Variables':{'Fn::If':['C',{'A':1,'N':'v'},{'B':1,'N':'v'}]}}}",
      })
  void set_inEveryVariant_writesWhereTheVariablesAre(String before, String after) {
    FunctionResource function = Functions.lambda(before);
    for (EnvironmentVariant variant : EnvironmentVariant.of(function)) {
      assertThat(variant.entries(Functions.texts()).isOpen()).isTrue();
      variant.set(Map.of("N", Nodes.of("'v'")));
    }
    assertThat(function.properties()).isEqualTo(Nodes.of(after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Environment':{'Ref':'X'}}",
        "{'Environment':{'Variables':{'Fn::FindInMap':['a','b','c']}}}",
        "{'Environment':{'Fn::If':['C',{'Ref':'X'},{'Ref':'Y'}]}}",
        "{'Environment':{'Variables':['A']}}",
      })
  void entries_otherExpression_areClosed(String properties) {
    assertThat(EnvironmentVariant.of(Functions.lambda(properties)))
        .allSatisfy(it -> assertThat(it.entries(Functions.texts())).isEqualTo(Entries.closed()));
  }

  @Test
  void entries_noValueAmongThem_isNotThere() {
    FunctionResource function =
        Functions.lambda("{'Environment':{'Variables':{'A':{'Ref':'AWS::NoValue'},'B':'b'}}}");
    assertThat(only(function).entries(Functions.texts()).texts()).containsOnlyKeys("B");
  }

  @Test
  void entries_withGlobals_lieOverThem() {
    FunctionResource function =
        Functions.serverless(
            "{'Environment':{'Variables':{'A':'own'}}}",
            "{'Environment':{'Variables':{'A':'all','B':'all'}}}");
    assertThat(only(function).entries(Functions.texts()).texts().values())
        .extracting(Object::toString)
        .containsExactly("own", "all");
  }

  @Test
  void entries_globalsUnderAnExpression_doNotApply() {
    FunctionResource function =
        Functions.serverless(
            "{'Environment':{'Fn::If':['C',{'Variables':{}},{'Ref':'AWS::NoValue'}]}}",
            "{'Environment':{'Variables':{'A':'all'}}}");
    assertThat(EnvironmentVariant.of(function))
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.entries(Functions.texts()).texts()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Fn::If':['C',{'Variables':{'A':1}},{'Ref':'AWS::NoValue'}]}"
            + "|{'Fn::If':['C',{'Variables':{'A':1,'N':'v'}},{'Variables':{'N':'v'}}]}",
        "{'Variables':{'Fn::If':['C',{'A':1},{'B':1}]}}"
            + "|{'Variables':{'Fn::If':['C',{'A':1,'N':'v'},{'B':1,'N':'v'}]}}",
      })
  void set_chosenInGlobals_givesTheFunctionACopy(String global, String after) {
    FunctionResource function = Functions.serverless("{}", "{'Environment':" + global + "}");
    for (EnvironmentVariant variant : EnvironmentVariant.of(function)) {
      variant.set(Map.of("N", Nodes.of("'v'")));
    }
    assertThat(function.property("Environment")).isEqualTo(Nodes.of(after));
    assertThat(function.resource().path("IgnoreGlobals")).isEqualTo(Nodes.of("['Environment']"));
  }

  @Test
  void choices_nestedBranches_areInOrder() {
    FunctionResource function =
        Functions.lambda(
            "{'Environment':{'Fn::If':['A',{'Variables':{'Fn::If':['B',{},{}]}},{'Variables':{}}]}}");
    assertThat(EnvironmentVariant.of(function))
        .extracting(EnvironmentVariant::choices)
        .containsExactly(
            List.of(new Choice("A", true), new Choice("B", true)),
            List.of(new Choice("A", true), new Choice("B", false)),
            List.of(new Choice("A", false)));
  }

  @Test
  void set_null_removesOrHidesTheInherited() {
    FunctionResource function =
        Functions.serverless(
            "{'Environment':{'Variables':{'A':'own','B':'own'}}}",
            "{'Environment':{'Variables':{'B':'all'}}}");
    Map<String, @Nullable JsonNode> changes = new HashMap<>();
    changes.put("A", null);
    changes.put("B", null);
    only(function).set(changes);
    assertThat(function.properties())
        .isEqualTo(Nodes.of("{'Environment':{'Variables':{'B':{'Ref':'AWS::NoValue'}}}}"));
  }

  private static EnvironmentVariant only(FunctionResource function) {
    List<EnvironmentVariant> variants = EnvironmentVariant.of(function);
    assertThat(variants).hasSize(1);
    return variants.get(0);
  }
}
