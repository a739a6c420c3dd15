package io.sleddog.forwarder.config;

import java.util.Objects;

/** A text that must not be seen: it prints as stars. */
public final class Secret {
  private final String value;

  /** Hides a text. */
  public Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The text itself; to be put nowhere but into the request that needs it. */
  public String reveal() {
    return value;
  }

  /** Whether both hide the same text. */
  public boolean isSameAs(Secret other) {
    return value.equals(other.value);
  }

  /** Whether it can stand in the head of a request: it has visible characters of ASCII only. */
  public boolean fitsIntoAHeader() {
    return value.chars().allMatch(c -> c > ' ' && c < 127);
  }

  @Override
  public String toString() {
    return "***";
  }
}
