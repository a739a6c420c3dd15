package io.sleddog.forwarder.transform;

import io.sleddog.forwarder.model.LogRecord;
import java.io.IOException;
import java.util.List;

/** Gives logs of certain services the form in which Datadog can search them. */
public final class Reshaper {

  /** The log in that form, which may be several; as a rule the same log. */
  public List<LogRecord> reshape(LogRecord record) throws IOException {
    String source = record.envelope().source();
    if ("waf".equals(source)) {
      return List.of(WafMessage.reshape(record));
    } else if ("securityhub".equals(source)) {
      return SecurityHubFindings.split(record);
    }
    return List.of(record);
  }
}
