package io.sleddog.forwarder.telemetry;

/** What is counted in an invocation. */
public enum Count {
  /** Records that came in. */
  INCOMING_EVENTS,
  /** Logs that an intake took. */
  LOGS_FORWARDED,
  /** Logs that no intake took. */
  LOGS_FAILED,
  /** Metric values that an intake took. */
  METRICS_FORWARDED,
  /** Metric values that no intake took. */
  METRICS_FAILED,
  /** Trace lines that an intake took. */
  TRACES_FORWARDED,
  /** Trace lines that no intake took. */
  TRACES_FAILED,
  /** Requests that were sent again. */
  RETRIES,
  /** Requests that an intake refused and that were split in two. */
  BATCHES_SPLIT,
  /** Logs that no intake took and that were stored to be tried again. */
  LOGS_STORED,
  /** Metric values that were stored in the same way. */
  METRICS_STORED,
  /** Trace lines that were stored in the same way. */
  TRACES_STORED,
  /** Stored items that an intake took when they were sent again. */
  REPLAYED,
  /** Items that were sent again and stay stored. */
  REPLAY_FAILED,
  /** Items that were put aside, since an intake refused them or they were tried too often. */
  QUARANTINED,
  /** Stored logs that became too old for the intake and were put aside. */
  EXPIRED,
  /** Logs that were cut because they were larger than the intake takes. */
  LOGS_TRUNCATED,
  /** Logs that were left out by a pattern of the user. */
  LOGS_FILTERED,
  /** Texts for which a pattern of the user took too long. */
  PATTERNS_TOO_SLOW,
  /** Logs that were left out because logs are switched off. */
  LOGS_SWITCHED_OFF,
  /** Records of an event that could not be read to their end, and so come again. */
  RECORDS_UNREAD,
  /** Inputs that could not be read and were sent on as they came. */
  PARSE_ERRORS,
  /** Test messages of CloudWatch Logs, which carry no log. */
  CONTROL_MESSAGES,
  /** Further functions that took the event. */
  ADDITIONAL_TARGETS_INVOKED,
  /** Further functions that did not take the event. */
  ADDITIONAL_TARGETS_FAILED,
  /** Pages of tagged functions and state machines that AWS was asked for. */
  GET_RESOURCES_API_CALLS,
  /** Pages of tagged buckets that AWS was asked for. */
  GET_S3_RESOURCES_API_CALLS,
  /** Log groups whose tags AWS was asked for. */
  LIST_TAGS_LOG_GROUP_API_CALL,
  /** Such questions that AWS did not answer. */
  CLIENT_ERROR,
  /** Events that did not wait any longer for tags. */
  TAGS_LATE,
  /** Shared tags that could not be read from S3. */
  S3_CACHE_FETCH_FAILURE,
  /** Shared tags or locks that could not be written to S3. */
  S3_CACHE_WRITE_FAILURE,
  /** Shared tags that were too old. */
  S3_CACHE_EXPIRED,
  /** Times that this container was the one to ask AWS. */
  S3_CACHE_LOCK_ACQUIRED,
  /** Times that it was done with that. */
  S3_CACHE_LOCK_RELEASED,
  /** Locks that could not be removed and end by themselves. */
  S3_CACHE_LOCK_RELEASE_FAILURE,
  /** Shared tags of a log group that could not be read from S3. */
  LOGGROUP_CACHE_FETCH_FAILURE,
  /** Shared tags of a log group that could not be written to S3. */
  LOGGROUP_CACHE_WRITE_FAILURE;

  private final String text = name().toLowerCase(java.util.Locale.ROOT);

  /** The name in metrics and log lines. */
  public String text() {
    return text;
  }
}
