package io.sleddog.forwarder.transform;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.SpacedJson;
import io.sleddog.forwarder.model.EnvelopeJson;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;

/**
 * The text of a log as a whole, with what the forwarder adds: JSON as Python writes it, a space
 * behind each comma and colon, since patterns for Datadog's forwarder are written for that.
 */
final class WholeLog {
  private WholeLog() {}

  static String text(LogRecord record) throws IOException {
    Slice fields = record.fields();
    ByteWriter compact = new ByteWriter(fields.length() + 512);
    compact.write('{');
    compact.write(fields.array(), fields.offset(), fields.length());
    compact.text(fields.length() == 0 ? "" : ",");
    compact.write(EnvelopeJson.of(record.envelope()));
    compact.write('}');
    return SpacedJson.of(compact.array(), 0, compact.size());
  }
}
