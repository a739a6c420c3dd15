package io.sleddog.lambda.redirect;

/** The error stream, for the lines that the runtime would have printed there itself. */
class ErrorStream {
  void println(String line) {
    System.err.println(line);
  }
}
