package io.sleddog.forwarder.parse;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Origin;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;

/** Splits a delivery of CloudWatch Logs into its log events without copying them. */
final class CloudWatchLogsParser {
  private static final String PROBLEM = "cloudwatch_logs";

  /** Behind each, the rest is read once more; so many are not worth it. */
  private static final int MOST_BROKEN = 100;

  private final Envelopes envelopes;

  CloudWatchLogsParser(Envelopes envelopes) {
    this.envelopes = envelopes;
  }

  /**
   * Passes each log event on; one that is broken as text, or all from there on if it has no end.
   */
  void parse(Slice json, ParseContext context) throws IOException {
    Counters counters = context.counters();
    RecordSink records = context.records();
    CloudWatchHeader header = header(json);
    if (header.isControlMessage()) {
      counters.add(Count.CONTROL_MESSAGES, 1);
      return;
    }
    if (header.eventsOffset() < 0) {
      counters.add(Count.PARSE_ERRORS, 1);
      Envelope envelope = envelopes.of(context.invocation(), Origin.EVENT);
      records.accept(RawRecords.unreadable(json, PROBLEM, envelope));
      return;
    }
    Envelope envelope = envelopes.ofCloudWatch(context.invocation(), header, context.deadline());
    Slice broken = events(json.from(header.eventsOffset()), envelope, records);
    if (broken.length() > 0) {
      broken = events(Utf8.repaired("[", broken), envelope, records);
    }
    for (int i = 1; broken.length() > 0; i++) {
      int end = i < MOST_BROKEN ? BrokenEvent.end(broken) : broken.length();
      Slice event = BrokenEvent.text(broken, end);
      counters.add(Count.PARSE_ERRORS, 1);
      records.accept(RawRecords.unreadable(event, PROBLEM, envelope));
      Slice rest = broken.from(end);
      broken = rest.length() == 0 ? rest : events(Utf8.repaired("[", rest), envelope, records);
    }
  }

  private static CloudWatchHeader header(Slice json) throws IOException {
    try {
      return CloudWatchHeaderReader.read(json);
    } catch (JacksonException e) {
      return CloudWatchHeader.NONE;
    }
  }

  /** Passes on what can be read; gives back what cannot, which is empty as a rule. */
  private static Slice events(Slice array, Envelope envelope, RecordSink records)
      throws IOException {
    int done = 0;
    try (JsonParser parser = Json.parser(array.array(), array.offset(), array.length())) {
      parser.nextToken();
      ObjectReader reader = new ObjectReader(array, envelope);
      for (JsonToken token; (token = parser.nextToken()) != JsonToken.END_ARRAY; ) {
        if (token == JsonToken.START_OBJECT) {
          records.accept(reader.read(parser));
        } else {
          records.accept(RawRecords.of(scalar(parser), envelope));
        }
        done = (int) parser.currentLocation().getByteOffset();
      }
      return array.from(array.length());
    } catch (JacksonException e) {
      return array.from(done);
    }
  }

  private static Slice scalar(JsonParser parser) throws IOException {
    Slice text = Slice.of(parser.getText());
    parser.skipChildren();
    return text;
  }
}
