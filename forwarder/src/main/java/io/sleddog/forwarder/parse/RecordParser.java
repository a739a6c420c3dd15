package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.model.AwsEvent;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Origin;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.util.function.Consumer;

/** Takes the log records out of an event, one at a time. */
public final class RecordParser {
  private final Envelopes envelopes;
  private final CloudWatchLogsParser cloudWatchLogs;

  /** A parser that gives each record the envelope of its origin. */
  public RecordParser(Envelopes envelopes) {
    this.envelopes = envelopes;
    this.cloudWatchLogs = new CloudWatchLogsParser(envelopes);
  }

  /**
   * Parses one event. What cannot be parsed is passed on as one record that holds the text as it
   * came, with the tag {@code parse_error}.
   *
   * @param event what AWS sent
   * @param invocation the invocation that it came with
   * @param counters counts what was found
   * @param records takes each record; its bytes are valid during the call only
   */
  public void parse(
      AwsEvent event, Invocation invocation, Counters counters, Consumer<LogRecord> records)
      throws IOException {
    Consumer<LogRecord> counted =
        record -> {
          counters.add(Count.INCOMING_EVENTS, 1);
          records.accept(record);
        };
    if (event instanceof AwsEvent.CloudWatchLogs logs) {
      cloudWatchLogs.parse(logs.json(), invocation, counters, counted);
    } else if (event instanceof AwsEvent.Unknown unknown) {
      counters.add(Count.PARSE_ERRORS, 1);
      Envelope envelope = envelopes.of(invocation, Origin.EVENT);
      counted.accept(RawRecords.unreadable(unknown.json(), unknown.problem(), envelope));
    }
  }
}
