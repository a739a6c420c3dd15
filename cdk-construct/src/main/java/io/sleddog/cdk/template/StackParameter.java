package io.sleddog.cdk.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of the template that shapes the stack, rather than being told to the forwarder.
 *
 * <p>Names, and defaults where the table of Datadog's template has one that works, are those of
 * Datadog's template; those of the code and the last three are ours.
 */
enum StackParameter {
  API_KEY("DdApiKey", Kind.SECRET, "", "API key; kept in a new secret unless one is named below."),
  API_KEY_SECRET(
      "DdApiKeySecretArn",
      Kind.text("(arn:.*:secretsmanager:.*)?", "must be the ARN of a secret"),
      "",
      "ARN of a secret whose text is the API key."),
  API_KEY_PARAMETER(
      "DdApiKeySsmParameterName",
      Kind.text("((/|arn:[^:]*:ssm:).*)?", "must start with / or be the ARN of a parameter"),
      "",
      "Encrypted parameter that holds the API key; wins over the other two."),
  CODE_BUCKET("CodeBucket", Kind.NEEDED, null, "Bucket in this region that holds the zip."),
  CODE_KEY("CodeKey", Kind.NEEDED, null, "Key of the forwarder's zip in that bucket."),
  CODE_VERSION("CodeVersion", Kind.TEXT, "", "Version of that object, if the bucket keeps them."),
  SOURCE("SourceZipUrl", Kind.TEXT, "", Texts.IGNORED),
  INSTALL_AS_LAYER("InstallAsLayer", Kind.FLAG, "true", Texts.IGNORED),
  LAYER("LayerARN", Kind.TEXT, "", Texts.IGNORED),
  FUNCTION_NAME(
      "FunctionName",
      Kind.TEXT,
      "DatadogForwarder",
      "Name of the function; the default stands for a generated one."),
  MEMORY("MemorySize", Kind.number(128, 10240), "1024", "Memory of the function in MB."),
  TIMEOUT("Timeout", Kind.number(1, 900), "120", "Seconds that one invocation may take."),
  RESERVED_CONCURRENCY(
      "ReservedConcurrency",
      Kind.text("[0-9]*", "must be a whole number"),
      "",
      "Invocations at once, taken from the account's; empty for no limit of its own."),
  LOG_RETENTION("LogRetentionInDays", Kind.number(1, 3653), "90", "Days that its own log is kept."),
  USE_VPC("DdUseVPC", Kind.FLAG, "false", "Run in a network of yours."),
  SECURITY_GROUPS("VPCSecurityGroupIds", Kind.LIST, "", "Security groups, with DdUseVPC."),
  SUBNETS("VPCSubnetIds", Kind.LIST, "", "Private subnets with a way out, with DdUseVPC."),
  ROLE_PATH("IamRolePath", Kind.text("/.*", "must start with /"), "/", "Path of the roles."),
  BOUNDARY("PermissionsBoundaryArn", Kind.TEXT, "", "Permissions boundary of the roles."),
  TARGETS("AdditionalTargetLambdaArns", Kind.LIST, "", "Functions that get every event too."),
  BUCKET_NAME("DdForwarderBucketName", Kind.TEXT, "", "Name of the new bucket."),
  EXISTING_BUCKET("DdForwarderExistingBucketName", Kind.TEXT, "", "A bucket to use instead."),
  ACCESS_LOGS(
      "DdForwarderBucketsAccessLogsTarget", Kind.TEXT, "", "Bucket for the new one's access logs."),
  STORE_FAILED("DdStoreFailedEvents", Kind.FLAG, "false", "Keep what Datadog did not take."),
  RETRY("DdScheduleRetryFailedEvents", Kind.FLAG, "false", "Try again what was kept."),
  RETRY_INTERVAL("DdScheduleRetryInterval", Kind.number(1, 8760), "6", "Hours between tries."),
  QUEUE_URL("DdSqsQueueUrl", Kind.TEXT, "", "Queue to keep it in, instead of the bucket."),
  READ_BUCKETS(
      "S3BucketArnList", Kind.LIST, "", "ARNs of objects to read; empty for all of the account."),
  READ_QUEUES(
      "SqsQueueArnList", Kind.LIST, "", "ARNs of queues to read; empty for all of the account."),
  KEYS("KmsKeyList", Kind.LIST, "", "ARNs of keys to decrypt with; empty for the account's."),
  RUNTIME(
      "FunctionRuntime", Kind.text("java[0-9.al]+", "must be a Java runtime"), "java25", "Java."),
  ARCHITECTURE("FunctionArchitecture", Kind.oneOf("arm64", "x86_64"), "arm64", "Chip."),
  EXEC_WRAPPER(
      "FunctionExecWrapper",
      Kind.TEXT,
      "",
      "Script that starts Java, such as /var/task/start of a zip with a class archive."),
  KEEP_DAYS(
      "FailedEventsRetentionInDays",
      Kind.number(1, 3653),
      "14",
      "Days that the bucket keeps them.");

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // texts and numbers only
  private final Kind kind;

  private final @Nullable String standard;
  private final String description;

  StackParameter(String id, Kind kind, @Nullable String standard, String description) {
    this.id = id;
    this.kind = kind;
    this.standard = standard;
    this.description = description;
  }

  String id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  /** The default; {@code null} if a value must be given. */
  @Nullable String standard() {
    return standard;
  }

  String description() {
    return description;
  }

  /**
   * What values a parameter takes.
   *
   * @param type the type's name in CloudFormation
   * @param pattern the expression that a text matches
   * @param explanation what CloudFormation says of a text that does not
   * @param choices all values, if they can be listed
   * @param min the least number
   * @param max the greatest number
   * @param isHidden whether consoles and APIs never show the value
   */
  record Kind(
      String type,
      @Nullable String pattern,
      @Nullable String explanation,
      List<String> choices,
      @Nullable Integer min,
      @Nullable Integer max,
      boolean isHidden) {
    static final Kind TEXT = new Kind("String", null, null, List.of(), null, null, false);
    static final Kind SECRET = new Kind("String", null, null, List.of(), null, null, true);
    static final Kind LIST =
        new Kind("CommaDelimitedList", null, null, List.of(), null, null, false);
    static final Kind NEEDED = text(".+", "must be given");
    static final Kind FLAG = oneOf("true", "false");

    static Kind text(String pattern, String explanation) {
      return new Kind("String", "^(" + pattern + ")$", explanation, List.of(), null, null, false);
    }

    static Kind oneOf(String... choices) {
      return new Kind("String", null, null, List.of(choices), null, null, false);
    }

    static Kind number(int min, int max) {
      return new Kind("Number", null, null, List.of(), min, max, false);
    }
  }

  /** Texts that more than one parameter has. */
  private static final class Texts {
    static final String IGNORED =
        "Not used: the code is in the zip. Kept so that a stack of Datadog's template can be"
            + " updated.";
  }
}
