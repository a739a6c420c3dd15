package io.sleddog.cdk.template;

import io.sleddog.cdk.setting.ForwarderSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnRule;
import software.amazon.awscdk.CfnRuleAssertion;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.ICfnConditionExpression;
import software.amazon.awscdk.Stack;

/** What frames the resources: rules, outputs and the order of parameters in a console. */
final class Outline {
  private static final List<StackParameter> KEYS =
      List.of(
          StackParameter.API_KEY, StackParameter.API_KEY_SECRET, StackParameter.API_KEY_PARAMETER);

  /** Parameters that are kept though not used, and empty defaults of what is then not used. */
  private static final List<String> NO_FINDINGS = List.of("W2001", "W1030");

  private static final List<String> NOTHING =
      List.of("", Conditions.NO_SECRET, Conditions.NO_PARAMETER);

  private final Stack stack;
  private final Parameters parameters;
  private final Conditions conditions;

  Outline(Stack stack, Parameters parameters, Conditions conditions) {
    this.stack = stack;
    this.parameters = parameters;
    this.conditions = conditions;
  }

  void add(String functionArn, String secret, String bucket) {
    stack.addMetadata("AWS::CloudFormation::Interface", Map.of("ParameterGroups", groups()));
    stack.addMetadata("cfn-lint", Map.of("config", Map.of("ignore_checks", NO_FINDINGS)));
    requireKey();
    requireCollector();
    requireNetwork();
    output("DatadogForwarderArn", "ForwarderArn", functionArn, null);
    output("DdApiKeySecretArn", "ApiKeySecretArn", secret, conditions.isSecretNew());
    output("ForwarderBucketName", "ForwarderBucketName", bucket, conditions.hasBucket());
  }

  private List<Map<String, Object>> groups() {
    List<String> needed =
        List.of(
            StackParameter.CODE_BUCKET.id(),
            StackParameter.CODE_KEY.id(),
            StackParameter.API_KEY.id(),
            StackParameter.API_KEY_SECRET.id(),
            StackParameter.API_KEY_PARAMETER.id(),
            "DdSite");
    List<String> others = parameters.ids().stream().filter(id -> !needed.contains(id)).toList();
    return List.of(
        group("Needed: code, one of the three keys, site", needed), group("As you like", others));
  }

  private static Map<String, Object> group(String label, List<String> ids) {
    return Map.of("Label", Map.of("default", label), "Parameters", ids);
  }

  private void requireKey() {
    List<ICfnConditionExpression> given = new ArrayList<>();
    KEYS.forEach(key -> given.add(isGiven(key)));
    given.add(isForCollectorAlone());
    rule(
        "MustSetDdApiKey",
        null,
        Fn.conditionOr(given.toArray(ICfnConditionExpression[]::new)),
        "Give the API key in one of three ways");
  }

  private void requireCollector() {
    ICfnConditionExpression isGiven =
        Fn.conditionNot(Fn.conditionEquals(parameters.text(ForwarderSetting.COLLECTOR_URL), ""));
    rule("MustSetCollector", isForCollectorAlone(), isGiven, "Without Datadog, set OtlpEndpoint");
  }

  private ICfnConditionExpression isForCollectorAlone() {
    return Fn.conditionEquals(parameters.text(ForwarderSetting.TO_DATADOG), "false");
  }

  /** Whether the text is neither empty nor what stands for nothing in Datadog's template. */
  private ICfnConditionExpression isGiven(StackParameter key) {
    return Fn.conditionNot(Fn.conditionContains(NOTHING, parameters.text(key)));
  }

  private void requireNetwork() {
    ICfnConditionExpression isUsed =
        Fn.conditionEquals(parameters.text(StackParameter.USE_VPC), "true");
    ICfnConditionExpression isGiven =
        Fn.conditionNot(Fn.conditionEachMemberEquals(parameters.list(StackParameter.SUBNETS), ""));
    rule("MustSetNetwork", isUsed, isGiven, "DdUseVPC needs VPCSubnetIds and VPCSecurityGroupIds");
  }

  private void rule(
      String id,
      @Nullable ICfnConditionExpression condition,
      ICfnConditionExpression assertion,
      String description) {
    CfnRule.Builder.create(stack, id)
        .ruleCondition(condition)
        .assertions(
            List.of(
                CfnRuleAssertion.builder()
                    .assertValue(assertion)
                    .assertDescription(description)
                    .build()))
        .build();
  }

  private void output(String id, String export, String value, @Nullable CfnCondition condition) {
    CfnOutput output =
        CfnOutput.Builder.create(stack, "Output" + id)
            .value(value)
            .exportName(Fn.sub("${AWS::StackName}-" + export))
            .condition(condition)
            .build();
    output.overrideLogicalId(id);
  }
}
