package io.sleddog.local.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/**
 * Reads MessagePack as the same trees that JSON gives, so that one reader takes both. A whole
 * number that serves as the key of a map becomes its digits, as version 0.5 of traces needs it.
 */
final class Msgpack {
  private static final int DEEPEST = 32;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final MessageUnpacker in;
  private final int size;

  private Msgpack(MessageUnpacker in, int size) {
    this.in = in;
    this.size = size;
  }

  /**
   * Reads one value.
   *
   * @throws MalformedInput if the bytes are no MessagePack, end early or go on after the value
   */
  static JsonNode read(byte[] body) {
    try (MessageUnpacker in = MessagePack.newDefaultUnpacker(body)) {
      JsonNode value = new Msgpack(in, body.length).value(0);
      if (in.hasNext()) {
        throw new MalformedInput(
            "msgpack goes on after its value, at byte " + in.getTotalReadBytes());
      }
      return value;
    } catch (IOException | MessagePackException e) {
      throw new MalformedInput("body is not valid msgpack, or ends early", e);
    }
  }

  private JsonNode value(int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new MalformedInput("msgpack is nested deeper than " + DEEPEST + " levels");
    }
    return switch (in.getNextFormat().getValueType()) {
      case NIL -> nil();
      case BOOLEAN -> NODES.booleanNode(in.unpackBoolean());
      case INTEGER -> NODES.numberNode(in.unpackBigInteger());
      case FLOAT -> NODES.numberNode(in.unpackDouble());
      case STRING -> NODES.textNode(in.unpackString());
      case BINARY -> binary();
      case ARRAY -> array(depth);
      case MAP -> map(depth);
      default ->
          throw new MalformedInput(
              "msgpack has an extension type at byte " + in.getTotalReadBytes());
    };
  }

  private JsonNode nil() throws IOException {
    in.unpackNil();
    return NODES.nullNode();
  }

  private JsonNode binary() throws IOException {
    int length = in.unpackBinaryHeader();
    if (length > size) {
      throw new MalformedInput("msgpack has a binary of " + length + " bytes, more than the body");
    }
    return NODES.binaryNode(in.readPayload(length));
  }

  private ArrayNode array(int depth) throws IOException {
    ArrayNode array = NODES.arrayNode();
    for (int left = in.unpackArrayHeader(); left > 0; left--) {
      array.add(value(depth + 1));
    }
    return array;
  }

  private ObjectNode map(int depth) throws IOException {
    ObjectNode map = NODES.objectNode();
    for (int left = in.unpackMapHeader(); left > 0; left--) {
      JsonNode key = value(depth + 1);
      if (!key.isTextual() && !key.isIntegralNumber()) {
        throw new MalformedInput(
            "msgpack has a map key that is neither text nor a whole number, before byte "
                + in.getTotalReadBytes());
      }
      map.set(key.asText(), value(depth + 1));
    }
    return map;
  }
}
