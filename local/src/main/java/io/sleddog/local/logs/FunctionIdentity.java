package io.sleddog.local.logs;

import java.time.Duration;

/** What the platform's lines say of the function: name, memory in MB, timeout. */
record FunctionIdentity(String name, int memoryMb, Duration timeout) {
  static final String VERSION = "$LATEST";

  /** The runtime version that the init line names; AWS numbers its own builds. */
  static String runtimeVersion() {
    return "java:" + Runtime.version().feature() + ".v1";
  }

  static String runtimeArn() {
    return "arn:aws:lambda:us-east-1::runtime:" + "0".repeat(64);
  }
}
