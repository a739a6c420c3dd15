package io.sleddog.forwarder.model;

/** What AWS handed to the function, its wrapping taken off. */
public sealed interface AwsEvent {

  /**
   * A delivery of a CloudWatch Logs subscription, still packed.
   *
   * @param data gzip around the JSON text
   * @param wrapping what it stood in, for the case that it cannot be unpacked
   */
  record Packed(Slice data, Slice wrapping) implements AwsEvent {}

  /**
   * A delivery of a CloudWatch Logs subscription.
   *
   * @param json the unpacked JSON text
   */
  record CloudWatchLogs(Slice json) implements AwsEvent {}

  /**
   * An object in S3 that holds logs.
   *
   * @param bucket the bucket's name
   * @param key the object's key
   * @param otherKey to be tried if there is no such key; empty for none
   * @param region where the bucket is; empty for the function's own
   */
  record S3Object(String bucket, String key, String otherKey, String region) implements AwsEvent {}

  /**
   * An event that is a log itself.
   *
   * @param json its JSON object
   * @param source what it is by its form
   * @param isService whether the source is its service too
   */
  record Document(Slice json, String source, boolean isService) implements AwsEvent {}

  /**
   * A text that is a log itself.
   *
   * @param text anything
   * @param source where it was
   */
  record Text(Slice text, String source) implements AwsEvent {}

  /** A message by which AWS only tests the connection. */
  record Test() implements AwsEvent {}

  /**
   * An event that is forwarded as it came.
   *
   * @param json the text of the event, whatever it is
   * @param problem why it was not understood; ends up in a tag
   */
  record Unknown(Slice json, String problem) implements AwsEvent {}
}
