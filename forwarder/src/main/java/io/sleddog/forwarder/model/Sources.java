package io.sleddog.forwarder.model;

/**
 * Which records of an event went into something, so that AWS can be told to send only those again.
 *
 * @param first index of the first record
 * @param last index of the last record
 */
public record Sources(int first, int last) {
  /** Of something that does not come from a record of an event. */
  public static final Sources NONE = new Sources(0, -1);

  /** The range that also has another record. */
  public Sources with(int record) {
    return last < first
        ? new Sources(record, record)
        : new Sources(Math.min(first, record), Math.max(last, record));
  }
}
