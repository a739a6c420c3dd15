package io.sleddog.cli.aws;

/** The services that the program speaks to. */
public enum ServiceName {
  /** Functions and layers. */
  LAMBDA("lambda"),
  /** Log groups, subscription filters, log events. */
  LOGS("logs"),
  /** Stacks. */
  CLOUDFORMATION("cloudformation"),
  /** What carries a tag. */
  TAGGING("tag"),
  /** Metrics. */
  CLOUDWATCH("cloudwatch"),
  /** What a role may do. */
  IAM("iam"),
  /** Networks. */
  EC2("ec2"),
  /** Objects. */
  S3("s3"),
  /** Queues. */
  SQS("sqs"),
  /** Who asks. */
  STS("sts"),
  /** Secrets. */
  SECRETS("secretsmanager");

  private final String prefix;

  ServiceName(String prefix) {
    this.prefix = prefix;
  }

  /** The service's name in IAM actions, such as {@code lambda} in {@code lambda:GetFunction}. */
  public String prefix() {
    return prefix;
  }
}
