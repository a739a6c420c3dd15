package io.sleddog.forwarder.decode;

import io.sleddog.forwarder.model.AwsEvent;
import java.util.List;

/**
 * An event, record by record.
 *
 * @param parts in the order of its records
 * @param reply how AWS wants to hear which records failed
 * @param isRetry whether the event asks for what was stored to be sent again
 */
public record DecodedEvent(List<Part> parts, Reply reply, boolean isRetry) {

  /**
   * What was in one record.
   *
   * @param record index of the record
   * @param id the record's id, by which a failure is reported; empty if there is none
   * @param event what it was
   */
  public record Part(int record, String id, AwsEvent event) {}

  /** The word for the kind of event in the forwarder's own metrics. */
  public String type() {
    AwsEvent first = parts.isEmpty() ? null : parts.get(0).event();
    if (isRetry && parts.isEmpty()) {
      return "retry";
    } else if (reply != Reply.NONE) {
      return reply == Reply.FAILED_RECORDS ? "sqs" : "kinesis";
    } else if (first instanceof AwsEvent.Packed) {
      return "awslogs";
    } else if (first instanceof AwsEvent.S3Object) {
      return "s3";
    } else if (first instanceof AwsEvent.Document document) {
      return document.isService() ? "events" : "sns";
    }
    return "unknown";
  }

  /** What a source of events makes of the function's answer. */
  public enum Reply {
    /** Nothing: the invocation succeeds or fails as a whole. */
    NONE,
    /** A list of the records that failed. */
    FAILED_RECORDS,
    /** The first record that failed; all from there on come again. */
    FIRST_FAILED_RECORD
  }
}
