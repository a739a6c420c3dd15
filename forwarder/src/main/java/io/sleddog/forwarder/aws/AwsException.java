package io.sleddog.forwarder.aws;

import java.io.IOException;

/** AWS did not do what it was asked; the message says which service and why, without content. */
public final class AwsException extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  AwsException(String message) {
    super(message);
    this.status = 0;
    this.code = "";
  }

  AwsException(String what, int status, String code) {
    super(what + ": status " + status + (code.isEmpty() ? "" : ", " + code));
    this.status = status;
    this.code = code;
  }

  /** The HTTP status; 0 if there was no answer. */
  public int status() {
    return status;
  }

  /** The service's own name for the problem, such as {@code NoSuchKey}; empty if it gave none. */
  public String code() {
    return code;
  }

  /** Whether the thing that was asked for does not exist. */
  public boolean isMissing() {
    return status == 404 || code.startsWith("NoSuch") || code.contains("NotFound");
  }
}
