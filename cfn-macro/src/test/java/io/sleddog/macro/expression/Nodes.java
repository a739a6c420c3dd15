package io.sleddog.macro.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON for tests, with apostrophes for quotes. */
public final class Nodes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Nodes() {}

  /** The node that a text stands for. */
  public static JsonNode of(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
