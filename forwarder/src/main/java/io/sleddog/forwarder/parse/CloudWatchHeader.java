package io.sleddog.forwarder.parse;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a delivery of CloudWatch Logs says about all its log events.
 *
 * @param messageType {@code DATA_MESSAGE} or {@code CONTROL_MESSAGE}
 * @param owner the account that the log group is in
 * @param logGroup its name
 * @param logStream the stream's name
 * @param eventsOffset where the array of log events begins in the payload; -1 if there is none
 */
record CloudWatchHeader(
    String messageType, String owner, String logGroup, String logStream, int eventsOffset) {
  /** Of a text that is no delivery at all. */
  static final CloudWatchHeader NONE = new CloudWatchHeader("", "", "", "", -1);

  private static final int ACCOUNT_LENGTH = 12;

  boolean isControlMessage() {
    return messageType.equals("CONTROL_MESSAGE");
  }

  boolean isOwnedByAnAccount() {
    boolean digits = owner.length() == ACCOUNT_LENGTH;
    for (int i = 0; digits && i < ACCOUNT_LENGTH; i++) {
      digits = owner.charAt(i) >= '0' && owner.charAt(i) <= '9';
    }
    return digits;
  }

  Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("logGroup", logGroup);
    details.put("logStream", logStream);
    details.put("owner", owner);
    return details;
  }
}
