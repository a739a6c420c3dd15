package io.sleddog.forwarder.aws;

/**
 * Where a signature is valid.
 *
 * @param service such as {@code s3}
 * @param region such as {@code eu-west-1}
 */
record AwsScope(String service, String region) {
  boolean isS3() {
    return service.equals("s3");
  }
}
