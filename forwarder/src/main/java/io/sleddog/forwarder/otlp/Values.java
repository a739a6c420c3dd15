package io.sleddog.forwarder.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.model.Tags;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes attributes: names with texts, numbers, or whatever JSON there is. */
final class Values {
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int ARRAY = 5;
  private static final int OBJECT = 6;
  private static final int MOST_DIGITS = 18;
  private static final int MOST_LENGTH = 400;
  private static final double EXACT = 1L << 53;

  private Values() {}

  /** Texts as the elements of a list that was begun. */
  static void texts(Map<String, String> attributes, int field, String name, Form form) {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      text(attribute.getKey(), attribute.getValue(), field, name, form);
    }
  }

  /** One text as an element of a list that was begun. */
  static void text(String key, String value, int field, String name, Form form) {
    begin(key, field, name, form);
    form.textValue(value);
    end(form);
  }

  /** A list of one text as an element of a list that was begun. */
  static void list(String key, String value, int field, String name, Form form) {
    begin(key, field, name, form);
    form.begin(ARRAY, "arrayValue");
    form.list("values");
    form.begin(1, "");
    form.textValue(value);
    form.end();
    form.endList();
    form.end();
    end(form);
  }

  /** One number, which is an integer if it can be. */
  static void number(String key, double value, int field, String name, Form form) {
    begin(key, field, name, form);
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      form.intValue((long) value);
    } else {
      form.doubleValue(value);
    }
    end(form);
  }

  /** One value that is true or false, as an element of a list that was begun. */
  static void truth(String key, boolean value, int field, Form form) {
    begin(key, field, "", form);
    form.boolValue(value);
    end(form);
  }

  /** One JSON value, at which the parser stands. */
  static void json(String key, JsonParser parser, int field, String name, Form form)
      throws IOException {
    begin(key, field, name, form);
    content(parser, form);
    end(form);
  }

  /** Fills the message of a value that was begun. */
  static void content(JsonParser parser, Form form) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        form.begin(OBJECT, "kvlistValue");
        form.list("values");
        for (String key; (key = parser.nextFieldName()) != null; ) {
          parser.nextToken();
          json(key, parser, 1, "", form);
        }
        form.endList();
        form.end();
      }
      case START_ARRAY -> {
        form.begin(ARRAY, "arrayValue");
        form.list("values");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          form.begin(1, "");
          content(parser, form);
          form.end();
        }
        form.endList();
        form.end();
      }
      default -> scalar(parser, form);
    }
  }

  private static void scalar(JsonParser parser, Form form) throws IOException {
    switch (parser.currentToken()) {
      case VALUE_TRUE, VALUE_FALSE -> form.boolValue(parser.getBooleanValue());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText(), form);
      case VALUE_STRING -> form.textValue(parser.getText());
      default -> {} // null is a value without content
    }
  }

  /** A number by its text, which may be of any length; one that is too large stays a text. */
  private static void number(String text, Form form) {
    boolean whole = text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    double value = text.length() <= MOST_LENGTH ? Double.parseDouble(text) : Double.NaN;
    if (whole && text.length() <= MOST_DIGITS) {
      form.intValue(Long.parseLong(text));
    } else if (whole || !Double.isFinite(value)) {
      form.textValue(text);
    } else {
      form.doubleValue(value);
    }
  }

  /** Tags as attributes; the values of a key that comes twice are joined, as keys are unique. */
  static Map<String, String> ofTags(Iterable<String> tags) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String tag : tags) {
      int colon = tag.indexOf(':');
      String key = colon < 0 ? tag : tag.substring(0, colon);
      String value = colon < 0 ? "" : tag.substring(colon + 1);
      attributes.merge(key, value, (a, b) -> a.equals(b) ? a : a + "," + b);
    }
    return attributes;
  }

  /** The same of a comma list. */
  static Map<String, String> ofTags(String tags) {
    return ofTags(new Tags(tags).entries());
  }

  private static void begin(String key, int field, String name, Form form) {
    form.begin(field, name);
    form.text(KEY, "key", key);
    form.begin(VALUE, "value");
  }

  private static void end(Form form) {
    form.end();
    form.end();
  }
}
