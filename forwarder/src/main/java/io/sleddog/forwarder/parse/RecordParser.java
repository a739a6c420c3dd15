package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.config.Additions;
import io.sleddog.forwarder.lookup.ResourceTags;
import io.sleddog.forwarder.model.AwsEvent;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Origin;
import io.sleddog.forwarder.telemetry.Count;
import java.io.IOException;

/** Takes the log records out of an event, one at a time. */
public final class RecordParser {
  private final ResourceTags resourceTags;
  private final Envelopes envelopes;
  private final CloudWatchLogsParser cloudWatchLogs;
  private final S3ObjectParser s3Objects;

  /**
   * A parser that gives each record the envelope of its origin.
   *
   * @param version the forwarder's own, for its tag
   */
  public RecordParser(Additions additions, String version, S3Client s3, ResourceTags resourceTags) {
    this.resourceTags = resourceTags;
    this.envelopes = new Envelopes(additions, version, resourceTags);
    this.cloudWatchLogs = new CloudWatchLogsParser(envelopes);
    this.s3Objects = new S3ObjectParser(s3, envelopes, cloudWatchLogs, additions);
  }

  /**
   * Parses one event. What cannot be parsed is passed on as one record that holds the text as it
   * came, with the tag {@code parse_error}.
   *
   * @param event what AWS sent
   * @param context takes the records
   * @throws IOException if an object cannot be read, or the time is up
   */
  public void parse(AwsEvent event, ParseContext context) throws IOException {
    ParseContext counting =
        new ParseContext(
            context.invocation(), context.counters(), context.deadline(), new CountedSink(context));
    try {
      read(event, counting);
    } finally {
      resourceTags.report(context.counters());
    }
  }

  private void read(AwsEvent event, ParseContext counting) throws IOException {
    if (event instanceof AwsEvent.CloudWatchLogs logs) {
      cloudWatchLogs.parse(logs.json(), counting);
    } else if (event instanceof AwsEvent.S3Object object) {
      s3Objects.parse(object, counting);
    } else if (event instanceof AwsEvent.Test) {
      counting.counters().add(Count.CONTROL_MESSAGES, 1);
    } else {
      counting.records().accept(single(event, counting));
    }
  }

  private LogRecord single(AwsEvent event, ParseContext context) throws IOException {
    if (event instanceof AwsEvent.Document document) {
      return document(document, context);
    } else if (event instanceof AwsEvent.Text text) {
      Envelope envelope = envelopes.ofEvent(context.invocation(), text.source(), true);
      return RawRecords.of(text.text(), envelope);
    } else if (event instanceof AwsEvent.Unknown unknown) {
      context.counters().add(Count.PARSE_ERRORS, 1);
      Envelope envelope = envelopes.of(context.invocation(), Origin.EVENT);
      return RawRecords.unreadable(unknown.json(), unknown.problem(), envelope);
    }
    throw new IllegalArgumentException("not unpacked: " + event.getClass().getSimpleName());
  }

  private LogRecord document(AwsEvent.Document document, ParseContext context) throws IOException {
    Envelope envelope =
        envelopes.ofEvent(context.invocation(), document.source(), document.isService());
    return ObjectReader.only(document.json(), envelope);
  }

  /** Counts the records, and lets none pass when the time is up. */
  private static final class CountedSink implements RecordSink {
    private static final int RECORDS_TO_A_LOOK = 64;

    private final ParseContext context;
    private int passed;

    CountedSink(ParseContext context) {
      this.context = context;
    }

    @Override
    public void accept(LogRecord record) throws IOException {
      if (++passed % RECORDS_TO_A_LOOK == 0) {
        context.expectTime();
      }
      context.counters().add(Count.INCOMING_EVENTS, 1);
      context.records().accept(record);
    }
  }
}
