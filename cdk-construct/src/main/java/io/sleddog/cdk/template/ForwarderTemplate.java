package io.sleddog.cdk.template;

import static io.sleddog.cdk.template.Conditions.valueIf;

import io.sleddog.cdk.forwarder.ApiKey;
import io.sleddog.cdk.forwarder.FailedEventStore;
import io.sleddog.cdk.forwarder.FailedEvents;
import io.sleddog.cdk.forwarder.ForwarderParts;
import io.sleddog.cdk.forwarder.ForwarderProps;
import io.sleddog.cdk.setting.ForwarderSetting;
import io.sleddog.cdk.setting.LogProcessing;
import io.sleddog.cdk.setting.TagEnrichment;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.FunctionOptions;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * A stack with the parts of a forwarder that has everything, each part under the condition of the
 * parameter that asks for it.
 */
final class ForwarderTemplate {
  /** The name of the stack, and of its template's file. */
  static final String NAME = "forwarder";

  private final Stack stack;
  private final Construct scope;
  private final Parameters parameters;
  private final Conditions conditions;

  private ForwarderTemplate(Construct app) {
    this.stack =
        new Stack(
            app,
            NAME,
            StackProps.builder()
                .analyticsReporting(false)
                .synthesizer(new BootstraplessSynthesizer())
                .description("Sends logs, metrics and traces to Datadog")
                .build());
    this.scope = new Construct(stack, "Parts");
    this.parameters = new Parameters(stack);
    this.conditions = new Conditions(stack, parameters);
  }

  /** Adds the stack to an app. */
  static Stack addTo(Construct app) {
    ForwarderTemplate template = new ForwarderTemplate(app);
    template.fill();
    return template.stack;
  }

  private void fill() {
    CfnSecret created = secret();
    String secret =
        Fn.conditionIf(
                conditions.isKeyInGivenSecret().getLogicalId(),
                parameters.text(StackParameter.API_KEY_SECRET),
                created.getRef())
            .toString();
    String bucket = bucket();
    ForwarderParts parts = new ForwarderParts(scope, props(secret, bucket));
    parts.permissions().buckets();
    parts.permissions().topics();
    parts.permissions().rules();
    new FunctionOverlay(parameters, conditions).apply(resource("Function"), secret, bucket);
    overlayLogGroup();
    new RoleOverlay(stack, parameters, conditions).apply(scope);
    overlaySchedule();
    name("InvokeByLogs", "CloudWatchLogsInvokePermission");
    name("InvokeByBuckets", "S3Permission");
    name("InvokeByTopics", "SNSPermission");
    name("InvokeByRules", "CloudWatchEventsPermission");
    new Outline(stack, parameters, conditions)
        .add(parts.function().getFunctionArn(), created.getRef(), bucket);
  }

  private ForwarderProps props(String secret, String bucket) {
    Map<ForwarderSetting, String> settings = new EnumMap<>(ForwarderSetting.class);
    for (ForwarderSetting setting : ForwarderSetting.values()) {
      String text = parameters.text(setting);
      settings.put(
          setting, setting.standard().isEmpty() ? valueIf(conditions.isSet(setting), text) : text);
    }
    String site = settings.remove(ForwarderSetting.SITE);
    return ForwarderProps.builder()
        .apiKey(ApiKey.fromSecretArn(secret))
        .site(site)
        .code(code())
        .logs(new LogProcessing(settings))
        .tags(new TagEnrichment(Map.of()))
        .failedEvents(FailedEvents.inBucket(imported("Storage", bucket)).build())
        .rolePath(parameters.text(StackParameter.ROLE_PATH))
        .function(
            FunctionOptions.builder()
                .memorySize(parameters.number(StackParameter.MEMORY))
                .timeout(Duration.seconds(parameters.number(StackParameter.TIMEOUT)))
                .build())
        .build();
  }

  private Code code() {
    return Code.fromBucket(
        imported("Code", parameters.text(StackParameter.CODE_BUCKET)),
        parameters.text(StackParameter.CODE_KEY),
        valueIf(
            conditions.isSet(StackParameter.CODE_VERSION),
            parameters.text(StackParameter.CODE_VERSION)));
  }

  private IBucket imported(String id, String name) {
    return Bucket.fromBucketName(scope, id, name);
  }

  private CfnSecret secret() {
    CfnSecret created =
        CfnSecret.Builder.create(stack, "DdApiKeySecret")
            .description("Datadog API key of the forwarder")
            .secretString(parameters.text(StackParameter.API_KEY))
            .build();
    created.getCfnOptions().setCondition(conditions.isSecretNew());
    return created;
  }

  /** The name of the bucket in use: the existing one or a new one. */
  private String bucket() {
    IConstruct bucket = FailedEventStore.newBucket(stack, FailedEvents.inNewBucket().build());
    CfnResource created = resource(bucket, "ForwarderBucket");
    created.getCfnOptions().setCondition(conditions.isBucketNew());
    overlayBucket(created);
    CfnResource policy = resource(bucket.getNode().findChild("Policy"), "ForwarderBucketPolicy");
    policy.getCfnOptions().setCondition(conditions.isBucketNew());
    return Fn.conditionIf(
            conditions.isBucketNew().getLogicalId(),
            created.getRef(),
            parameters.text(StackParameter.EXISTING_BUCKET))
        .toString();
  }

  private void overlayBucket(CfnResource bucket) {
    bucket.addPropertyOverride(
        "BucketName",
        valueIf(
            conditions.isSet(StackParameter.BUCKET_NAME),
            parameters.text(StackParameter.BUCKET_NAME)));
    bucket.addPropertyOverride(
        "LifecycleConfiguration.Rules.0.ExpirationInDays",
        parameters.number(StackParameter.KEEP_DAYS));
    Map<String, Object> accessLogs =
        Map.of(
            "DestinationBucketName",
            parameters.text(StackParameter.ACCESS_LOGS),
            "LogFilePrefix",
            FailedEventStore.ACCESS_LOG_PREFIX);
    bucket.addPropertyOverride(
        "LoggingConfiguration", valueIf(conditions.isSet(StackParameter.ACCESS_LOGS), accessLogs));
  }

  private void overlayLogGroup() {
    CfnResource group = resource(scope.getNode().findChild("Logs"), "LogGroup");
    group.addPropertyOverride("LogGroupName", Fn.sub("/aws/lambda/${Forwarder}"));
    group.addPropertyOverride("RetentionInDays", parameters.number(StackParameter.LOG_RETENTION));
  }

  private void overlaySchedule() {
    CfnResource schedule = resource(scope.getNode().findChild("Schedule"), "Scheduler");
    schedule.getCfnOptions().setCondition(conditions.isRetried());
    schedule.addPropertyOverride("Name", Fn.sub("${AWS::StackName}-retry"));
    schedule.addDeletionOverride("DependsOn");
    schedule.addPropertyOverride(
        "ScheduleExpression",
        Fn.conditionIf(
            conditions.isRetriedHourly().getLogicalId(),
            "rate(1 hour)",
            Fn.sub("rate(${" + StackParameter.RETRY_INTERVAL.id() + "} hours)")));
  }

  private CfnResource resource(String id) {
    return resource(scope.getNode().findChild(id), "Forwarder");
  }

  private void name(String id, String logicalId) {
    resource(scope.getNode().findChild(id), logicalId);
  }

  /** The resource of a construct, under a logical id of its own. */
  private static CfnResource resource(IConstruct construct, String logicalId) {
    CfnResource resource =
        construct instanceof CfnResource plain
            ? plain
            : (CfnResource) construct.getNode().getDefaultChild();
    resource.overrideLogicalId(logicalId);
    return resource;
  }
}
