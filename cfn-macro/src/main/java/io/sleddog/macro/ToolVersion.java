package io.sleddog.macro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this macro, as the build wrote it. */
final class ToolVersion {
  private ToolVersion() {}

  static String read() {
    Properties properties = new Properties();
    try (InputStream input = ToolVersion.class.getResourceAsStream("macro.properties")) {
      properties.load(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
