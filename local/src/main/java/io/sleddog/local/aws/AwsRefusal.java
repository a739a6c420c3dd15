package io.sleddog.local.aws;

/** A call that AWS itself would refuse, or that is not served here. */
final class AwsRefusal extends RuntimeException {
  private final String code;

  AwsRefusal(String code, String message) {
    super(message);
    this.code = code;
  }

  static AwsRefusal notServed(String operation) {
    return new AwsRefusal(
        "UnsupportedOperation",
        "sleddog local serves no "
            + operation
            + "; set AWS_ENDPOINT_URL of the function to an emulator that does");
  }

  /** AWS's word for it. */
  String code() {
    return code;
  }
}
