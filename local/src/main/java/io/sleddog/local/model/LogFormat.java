package io.sleddog.local.model;

/** The two log formats of a Lambda function. */
public enum LogFormat {
  /** Lines such as {@code START RequestId: …}. */
  TEXT("Text"),
  /** Objects such as {@code {"type":"platform.start", …}}. */
  JSON("JSON");

  private final String awsName;

  LogFormat(String awsName) {
    this.awsName = awsName;
  }

  /** The value of {@code AWS_LAMBDA_LOG_FORMAT}. */
  public String awsName() {
    return awsName;
  }
}
