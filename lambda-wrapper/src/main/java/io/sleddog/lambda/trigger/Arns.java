package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import org.jspecify.annotations.Nullable;

/** Builds ARNs of sources, and takes them apart. */
final class Arns {
  private Arns() {}

  /** {@code arn:partition:service:region:account:rest}, in the function's partition. */
  static String of(FunctionArn function, String service, String regionAndAccount, String rest) {
    return "arn:"
        + partition(function.region())
        + ":"
        + service
        + ":"
        + regionAndAccount
        + ":"
        + rest;
  }

  private static String partition(String region) {
    if (region.startsWith("us-gov-")) {
      return "aws-us-gov";
    }
    return region.startsWith("cn-") ? "aws-cn" : "aws";
  }

  /** What stands behind the last colon. */
  static @Nullable String lastPart(@Nullable String arn) {
    return arn == null ? null : arn.substring(arn.lastIndexOf(':') + 1);
  }

  /** What stands between the first and the second slash. */
  static @Nullable String afterSlash(@Nullable String arn) {
    int slash = arn == null ? -1 : arn.indexOf('/');
    if (arn == null || slash < 0) {
      return null;
    }
    int next = arn.indexOf('/', slash + 1);
    return next < 0 ? arn.substring(slash + 1) : arn.substring(slash + 1, next);
  }
}
