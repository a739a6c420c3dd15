package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.intake.MalformedBody;
import io.sleddog.local.intake.ProtobufReader;
import java.util.Base64;
import java.util.HexFormat;

/** Reads OTLP's protobuf as the trees that its JSON gives, so that one reader takes both. */
final class OtlpProtobuf {
  private static final int DEEPEST = 64;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final OtlpFields fields = OtlpFields.read();

  /**
   * Reads a message.
   *
   * @param message its name in the table of fields
   * @throws MalformedBody if the bytes are no protobuf or a field has another type
   */
  ObjectNode read(String message, byte[] body) {
    return message(message, new ProtobufReader(body), 0);
  }

  private ObjectNode message(String message, ProtobufReader in, int depth) {
    if (depth > DEEPEST) {
      throw new MalformedBody("protobuf is nested deeper than " + DEEPEST + " messages");
    }
    ObjectNode node = NODES.objectNode();
    for (int number = in.next(); number != 0; number = in.next()) {
      OtlpFields.Field field = fields.field(message, number);
      if (field != null) {
        JsonNode value = value(field, in, message, depth);
        if (field.list()) {
          node.withArrayProperty(field.name()).add(value);
        } else {
          node.set(field.name(), value);
        }
      }
    }
    return node;
  }

  private JsonNode value(OtlpFields.Field field, ProtobufReader in, String message, int depth) {
    String place = message + "." + field.name();
    if (field.isMessage()) {
      in.requireType(ProtobufReader.BYTES, place);
      return message(field.type(), in.asMessage(), depth + 1);
    }
    return switch (field.type()) {
      case "varint" -> NODES.numberNode(number(in, ProtobufReader.VARINT, place));
      case "bool" -> NODES.booleanNode(number(in, ProtobufReader.VARINT, place) != 0);
      case "fixed64" -> NODES.numberNode(number(in, ProtobufReader.FIXED64, place));
      case "double" ->
          NODES.numberNode(Double.longBitsToDouble(number(in, ProtobufReader.FIXED64, place)));
      default -> text(field.type(), in, place);
    };
  }

  private static long number(ProtobufReader in, int type, String place) {
    in.requireType(type, place);
    return in.asLong();
  }

  private static JsonNode text(String type, ProtobufReader in, String place) {
    in.requireType(ProtobufReader.BYTES, place);
    return NODES.textNode(
        switch (type) {
          case "id" -> HexFormat.of().formatHex(in.asBytes());
          case "bytes" -> Base64.getEncoder().encodeToString(in.asBytes());
          default -> in.asText();
        });
  }
}
