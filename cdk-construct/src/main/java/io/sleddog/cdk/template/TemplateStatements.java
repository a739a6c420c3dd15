package io.sleddog.cdk.template;

import static io.sleddog.cdk.template.Conditions.valueIf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;

/** Statements for what a construct is given as an object, and the template as text only. */
final class TemplateStatements {
  private final Parameters parameters;
  private final Conditions conditions;

  TemplateStatements(Parameters parameters, Conditions conditions) {
    this.parameters = parameters;
    this.conditions = conditions;
  }

  List<Object> added() {
    return List.of(
        valueIf(conditions.isKeyInParameter(), readKeyParameter()),
        valueIf(conditions.isSet(StackParameter.QUEUE_URL), keepInQueue()),
        valueIf(
            conditions.isListSet(StackParameter.TARGETS),
            statement(
                "InvokeTargets", parameters.list(StackParameter.TARGETS), "lambda:InvokeFunction")),
        listedOr(
            StackParameter.READ_BUCKETS,
            statement("ReadObjects", parameters.list(StackParameter.READ_BUCKETS), "s3:GetObject"),
            readAnyObject()),
        listedOr(
            StackParameter.READ_QUEUES,
            readQueues(parameters.list(StackParameter.READ_QUEUES)),
            readQueues(Fn.sub("arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:*"))),
        listedOr(
            StackParameter.KEYS,
            statement("Decrypt", parameters.list(StackParameter.KEYS), "kms:Decrypt"),
            decryptForServices()));
  }

  /** The same statement, also for a given ARN without the secret's random end. */
  Map<String, Object> ofGivenSecret(Map<String, Object> statement) {
    Map<String, Object> open = new LinkedHashMap<>(statement);
    open.put(
        "Resource",
        Fn.conditionIf(
            conditions.isKeyInGivenSecret().getLogicalId(),
            Fn.sub("${" + StackParameter.API_KEY_SECRET.id() + "}*"),
            Fn.ref("DdApiKeySecret")));
    return open;
  }

  private Object listedOr(StackParameter list, Object listed, Object otherwise) {
    CfnCondition isListed = conditions.isListSet(list);
    return Fn.conditionIf(isListed.getLogicalId(), listed, otherwise);
  }

  private Map<String, Object> readKeyParameter() {
    String parameter = parameters.text(StackParameter.API_KEY_PARAMETER);
    Object arn =
        Fn.conditionIf(
            conditions.isParameterAnArn().getLogicalId(),
            parameter,
            Fn.sub(
                "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${"
                    + StackParameter.API_KEY_PARAMETER.id()
                    + "}"));
    return statement("ReadApiKeyParameter", arn, "ssm:GetParameter");
  }

  /** The queue's ARN from its URL, {@code https://sqs.region.amazonaws.com/account/name}. */
  private Map<String, Object> keepInQueue() {
    List<String> path = Fn.split("/", parameters.text(StackParameter.QUEUE_URL));
    List<String> host = Fn.split(".", Fn.select(2, path));
    String arn =
        Fn.join(
            ":",
            List.of(
                Fn.sub("arn:${AWS::Partition}:sqs"),
                Fn.select(1, host),
                Fn.select(3, path),
                Fn.select(4, path)));
    return statement(
        "KeepFailedEventsInQueue",
        arn,
        "sqs:SendMessage",
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:ChangeMessageVisibility");
  }

  /** Nobody says which buckets send events here, so all of the account may be read. */
  private static Map<String, Object> readAnyObject() {
    Map<String, Object> any =
        statement("ReadObjects", Fn.sub("arn:${AWS::Partition}:s3:::*"), "s3:GetObject");
    any.put(
        "Condition",
        Map.of("StringEquals", Map.of("aws:ResourceAccount", Fn.sub("${AWS::AccountId}"))));
    return any;
  }

  private static Map<String, Object> readQueues(Object resource) {
    return statement(
        "ReadQueues",
        resource,
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes");
  }

  /** Keys of the account, but only for what the forwarder reads through these services. */
  private static Map<String, Object> decryptForServices() {
    Map<String, Object> any =
        statement(
            "Decrypt",
            Fn.sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/*"),
            "kms:Decrypt");
    List<String> services =
        List.of("s3", "sqs", "secretsmanager", "ssm").stream()
            .map(service -> Fn.sub(service + ".${AWS::Region}.${AWS::URLSuffix}"))
            .toList();
    any.put("Condition", Map.of("StringEquals", Map.of("kms:ViaService", services)));
    return any;
  }

  private static Map<String, Object> statement(String sid, Object resource, String... actions) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Sid", sid);
    statement.put("Effect", "Allow");
    statement.put("Action", List.of(actions));
    statement.put("Resource", resource);
    return statement;
  }
}
