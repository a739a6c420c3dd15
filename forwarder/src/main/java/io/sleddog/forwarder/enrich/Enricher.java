package io.sleddog.forwarder.enrich;

import io.sleddog.forwarder.model.LogRecord;
import java.io.IOException;

/** Completes a record by what is in its message. */
public final class Enricher {

  /**
   * The record with the tags that its message brings, and the host that a CloudTrail event names.
   */
  public LogRecord enrich(LogRecord record) throws IOException {
    LogRecord tagged = tagged(record);
    return "cloudtrail".equals(record.envelope().source()) ? CloudTrailHost.find(tagged) : tagged;
  }

  private static LogRecord tagged(LogRecord record) throws IOException {
    if (record.message() == null) {
      return MessageTags.liftFromObject(record);
    }
    return record.clues().tags() ? MessageTags.lift(record) : record;
  }
}
