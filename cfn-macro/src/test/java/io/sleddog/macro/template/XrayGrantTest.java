package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Nodes;
import io.sleddog.plan.change.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XrayGrantTest {
  private final ObjectNode resources =
      (ObjectNode)
          Nodes.of(
              "{'Role':{'Type':'AWS::IAM::Role'},'Bound':{'Type':'AWS::IAM::Role',"
                  + "'Properties':{'Policies':{'Ref':'P'}}},'Topic':{'Type':'AWS::SNS::Topic'}}");

  @Test
  void apply_twice_addsThePolicyOnce() {
    FunctionResource function = Functions.lambda("{'Role':{'Fn::GetAtt':['Role','Arn']}}");
    assertThat(new XrayGrant(resources).apply(function)).isEmpty();
    assertThat(new XrayGrant(resources).apply(function)).isEmpty();
    assertThat(resources.at("/Role/Properties/Policies")).hasSize(1);
    assertThat(resources.at("/Role/Properties/Policies/0/PolicyDocument/Statement/0/Action"))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'Role':'arn:aws:iam::1:role/r'}",
        "{'Role':{'Ref':'RoleArn'}}",
        "{'Role':{'Fn::GetAtt':['Topic','Arn']}}",
        "{'Role':{'Fn::GetAtt':['Bound','Arn']}}",
      })
  void apply_roleThatCannotBeChanged_saysWhatToDo(String properties) {
    assertThat(new XrayGrant(resources).apply(Functions.lambda(properties)))
        .map(Finding::id)
        .contains("xray-role");
  }

  @Test
  void apply_roleThatSamMakes_needsNothing() {
    assertThat(new XrayGrant(resources).apply(Functions.serverless("{}", "{}"))).isEmpty();
  }
}
