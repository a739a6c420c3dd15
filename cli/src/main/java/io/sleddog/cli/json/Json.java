package io.sleddog.cli.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and writes JSON trees. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final ObjectWriter PRETTY = MAPPER.writer(printer());

  private Json() {}

  /** An object without members. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** An array without elements. */
  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** Texts, numbers, truth values, lists and maps as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** A tree as texts, numbers, booleans, lists and maps. */
  public static Object plain(JsonNode tree) {
    return MAPPER.convertValue(tree, Object.class);
  }

  /**
   * The tree that a text spells.
   *
   * @throws MalformedJson if the text is not one JSON value
   */
  public static JsonNode parse(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree.isMissingNode()) {
        throw new MalformedJson("it is empty", null);
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new MalformedJson(where(e), e);
    }
  }

  /** The tree on one line. */
  public static String line(JsonNode tree) {
    return tree.toString();
  }

  /** The tree on as many lines as are good to read, without one at the end. */
  public static String pretty(JsonNode tree) {
    try {
      return PRETTY.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String where(JsonProcessingException e) {
    return "line "
        + e.getLocation().getLineNr()
        + ", column "
        + e.getLocation().getColumnNr()
        + ": "
        + e.getOriginalMessage();
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""))
        .withArrayIndenter(indenter)
        .withObjectIndenter(indenter);
  }
}
