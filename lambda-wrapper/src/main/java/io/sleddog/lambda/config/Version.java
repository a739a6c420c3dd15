package io.sleddog.lambda.config;

/** The library's own version, as it stands in tags. A test holds it to the build's. */
public final class Version {
  /** For example {@code 1.2.3}. */
  public static final String TEXT = "0.1.0";

  private Version() {}
}
