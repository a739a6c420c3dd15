package io.sleddog.local.model;

/** The account and the region that every local function lives in. */
public final class Account {
  /** The account's number; AWS uses this one in its examples. */
  public static final String ID = "123456789012";

  /** The region. */
  public static final String REGION = "us-east-1";

  private Account() {}

  /** The ARN of a resource of this account. */
  public static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ID + ":" + resource;
  }

  /** The address of a queue, as SQS gives it. */
  public static String queueUrl(String queue) {
    return "https://sqs." + REGION + ".amazonaws.com/" + ID + "/" + queue;
  }
}
