package io.sleddog.cdk.template;

import io.sleddog.cdk.setting.ForwarderSetting;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.ICfnConditionExpression;
import software.amazon.awscdk.Stack;

/** The template's conditions: what the parameters ask for. */
final class Conditions {
  /** What Datadog's template has for no secret. */
  static final String NO_SECRET = "arn:aws:secretsmanager:DEFAULT";

  /** What Datadog's template has for no parameter. */
  static final String NO_PARAMETER = "/my/parameter/path";

  private final Stack stack;
  private final Parameters parameters;

  Conditions(Stack stack, Parameters parameters) {
    this.stack = stack;
    this.parameters = parameters;
  }

  /** Whether a parameter has a text. */
  CfnCondition isSet(StackParameter parameter) {
    return isSet(parameter.id(), parameters.text(parameter));
  }

  /** Whether a setting has a text. */
  CfnCondition isSet(ForwarderSetting setting) {
    return isSet(setting.parameter(), parameters.text(setting));
  }

  /** Whether a list has an element that is not empty. */
  CfnCondition isListSet(StackParameter parameter) {
    return isSet(parameter.id(), Fn.join("", parameters.list(parameter)));
  }

  /** Whether a switch is on. */
  CfnCondition isOn(StackParameter parameter) {
    return declare(parameter.id() + "IsOn", isTrue(parameters.text(parameter)));
  }

  /** The default of Datadog's template stands for a generated name. */
  CfnCondition isNamed() {
    return declare(
        "SetFunctionName",
        Fn.conditionNot(
            Fn.conditionOr(
                equal(StackParameter.FUNCTION_NAME, ""),
                equal(StackParameter.FUNCTION_NAME, "DatadogForwarder"))));
  }

  /** A parameter holds the key. */
  CfnCondition isKeyInParameter() {
    return declare(
        "UseApiKeyParameter",
        Fn.conditionNot(
            Fn.conditionOr(
                equal(StackParameter.API_KEY_PARAMETER, ""),
                equal(StackParameter.API_KEY_PARAMETER, NO_PARAMETER))));
  }

  /** The parameter that holds the key is given as ARN. */
  CfnCondition isParameterAnArn() {
    return declare(
        "ApiKeyParameterIsArn",
        Fn.conditionEquals(
            Fn.select(0, Fn.split(":", parameters.text(StackParameter.API_KEY_PARAMETER))), "arn"));
  }

  /** An existing secret holds the key. */
  CfnCondition isKeyInGivenSecret() {
    return declare(
        "UseGivenApiKeySecret",
        Fn.conditionNot(
            Fn.conditionOr(
                equal(StackParameter.API_KEY_SECRET, ""),
                equal(StackParameter.API_KEY_SECRET, NO_SECRET))));
  }

  /** A secret holds the key; with a collector alone, there may be no key. */
  CfnCondition isKeyInSecret() {
    return declare(
        "UseApiKeySecret",
        Fn.conditionAnd(
            Fn.conditionNot(isKeyInParameter()),
            Fn.conditionOr(
                isTrue(parameters.text(ForwarderSetting.TO_DATADOG)),
                isKeyInGivenSecret(),
                isSet(StackParameter.API_KEY))));
  }

  /** The secret is to be made. */
  CfnCondition isSecretNew() {
    return declare(
        "CreateDdApiKeySecret",
        Fn.conditionAnd(isKeyInSecret(), Fn.conditionNot(isKeyInGivenSecret())));
  }

  /** A bucket is to be made: for tags, as Datadog's template does, or for failed events. */
  CfnCondition isBucketNew() {
    return declare(
        "CreateS3Bucket",
        Fn.conditionAnd(
            Fn.conditionNot(isSet(StackParameter.EXISTING_BUCKET)),
            Fn.conditionOr(
                isTrue(parameters.text(ForwarderSetting.FETCH_LAMBDA_TAGS)),
                isTrue(parameters.text(ForwarderSetting.FETCH_STEP_FUNCTIONS_TAGS)),
                isTrue(parameters.text(ForwarderSetting.FETCH_LOG_GROUP_TAGS)),
                Fn.conditionAnd(
                    isOn(StackParameter.STORE_FAILED),
                    Fn.conditionNot(isSet(StackParameter.QUEUE_URL))))));
  }

  /** There is a bucket, new or not. */
  CfnCondition hasBucket() {
    return declare(
        "SetForwarderBucket", Fn.conditionOr(isBucketNew(), isSet(StackParameter.EXISTING_BUCKET)));
  }

  /** What was kept is tried again. */
  CfnCondition isRetried() {
    return declare(
        "CreateRetryScheduler",
        Fn.conditionAnd(isOn(StackParameter.STORE_FAILED), isOn(StackParameter.RETRY)));
  }

  /** A rate of one hour is written in the singular. */
  CfnCondition isRetriedHourly() {
    return declare("RetryHourly", equal(StackParameter.RETRY_INTERVAL, "1"));
  }

  /** The forwarder fetches the tags of functions or buckets. */
  CfnCondition isFetchingResourceTags() {
    return declare(
        "FetchResourceTags",
        Fn.conditionOr(
            isTrue(parameters.text(ForwarderSetting.FETCH_LAMBDA_TAGS)),
            isTrue(parameters.text(ForwarderSetting.FETCH_S3_TAGS)),
            isTrue(parameters.text(ForwarderSetting.FETCH_STEP_FUNCTIONS_TAGS))));
  }

  /** The forwarder fetches the tags of log groups. */
  CfnCondition isFetchingLogGroupTags() {
    return declare(
        "FetchLogGroupTags", isTrue(parameters.text(ForwarderSetting.FETCH_LOG_GROUP_TAGS)));
  }

  /** The value under a condition, else no value at all. */
  static String valueIf(CfnCondition condition, Object value) {
    return Fn.conditionIf(condition.getLogicalId(), value, Aws.NO_VALUE).toString();
  }

  private CfnCondition isSet(String id, String text) {
    return declare("Set" + id, Fn.conditionNot(Fn.conditionEquals(text, "")));
  }

  private ICfnConditionExpression equal(StackParameter parameter, String text) {
    return Fn.conditionEquals(Fn.ref(parameter.id()), text);
  }

  private static ICfnConditionExpression isTrue(String text) {
    return Fn.conditionEquals(text, "true");
  }

  private CfnCondition declare(String id, ICfnConditionExpression expression) {
    if (stack.getNode().tryFindChild(id) instanceof CfnCondition declared) {
      return declared;
    }
    return CfnCondition.Builder.create(stack, id).expression(expression).build();
  }
}
