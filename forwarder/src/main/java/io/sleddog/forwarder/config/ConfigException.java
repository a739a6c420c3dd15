package io.sleddog.forwarder.config;

import java.util.List;

/** The settings cannot be used; the message lists every problem by the name of its variable. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ConfigException(List<String> problems) {
    super("The forwarder cannot start:\n  " + String.join("\n  ", problems));
  }
}
