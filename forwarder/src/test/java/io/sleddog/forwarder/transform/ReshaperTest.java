package io.sleddog.forwarder.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.Golden;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.parse.ObjectReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs before and after: {@code in.json} has source and attributes, {@code out.json} the logs. */
class ReshaperTest {
  private static final String STAGE = "reshape";

  static List<String> cases() {
    return Golden.cases(STAGE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reshape_log_hasItsForm(String name) throws IOException {
    JsonNode in = Events.MAPPER.readTree(Golden.read(STAGE, name, "in.json"));
    LogRecord record =
        ObjectReader.only(
            Slice.of(in.get("fields").toString()),
            Records.envelope().withSource(in.get("source").asText()));

    ArrayNode out = Events.MAPPER.createArrayNode();
    for (LogRecord each : new Reshaper().reshape(record)) {
      out.add(readable(Events.MAPPER.readTree("{" + each.fields().text() + "}")));
    }

    Golden.check(STAGE, name, out);
  }

  /** Shows a message that is JSON as JSON. */
  private static JsonNode readable(JsonNode log) throws IOException {
    String message = log.path("message").asText();
    if (message.startsWith("{") && log instanceof ObjectNode object) {
      object.set("message", Events.MAPPER.readTree(message));
    }
    return log;
  }
}
