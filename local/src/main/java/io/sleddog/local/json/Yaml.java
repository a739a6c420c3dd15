package io.sleddog.local.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads YAML, and JSON as a part of it, as a tree. A value with a tag of its own, as {@code !Ref
 * Queue} in CloudFormation, becomes an object with the tag as its one key: {@code {"Ref":"Queue"}}.
 */
public final class Yaml {
  private final YAMLParser parser;

  private Yaml(YAMLParser parser) {
    this.parser = parser;
  }

  /**
   * Reads the first document of the text.
   *
   * @throws MalformedJson if it is no YAML, or empty
   */
  public static JsonNode parse(String text) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        throw new MalformedJson("empty, expected a YAML value", null);
      }
      return new Yaml(parser).tagged();
    } catch (JsonProcessingException e) {
      throw new MalformedJson(String.valueOf(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode tagged() throws IOException {
    Object tag = parser.getTypeId();
    JsonNode value = value();
    return tag == null ? value : Json.object().set(tag.toString(), value);
  }

  private JsonNode value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          Json.object().numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> Json.object().booleanNode(true);
      case VALUE_FALSE -> Json.object().booleanNode(false);
      case VALUE_NULL -> Json.object().nullNode();
      default -> Json.object().textNode(parser.getText());
    };
  }

  private ObjectNode object() throws IOException {
    ObjectNode object = Json.object();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, tagged());
    }
    return object;
  }

  private ArrayNode array() throws IOException {
    ArrayNode array = Json.array();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(tagged());
    }
    return array;
  }
}
