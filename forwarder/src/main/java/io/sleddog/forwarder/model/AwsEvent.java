package io.sleddog.forwarder.model;

/** What AWS handed to the function, its wrapping taken off. */
public sealed interface AwsEvent {

  /**
   * A delivery of a CloudWatch Logs subscription.
   *
   * @param json the unpacked JSON text
   */
  record CloudWatchLogs(Slice json) implements AwsEvent {}

  /**
   * An event that is forwarded as it came.
   *
   * @param json the text of the event, whatever it is
   * @param problem why it was not understood; ends up in a tag
   */
  record Unknown(Slice json, String problem) implements AwsEvent {}
}
