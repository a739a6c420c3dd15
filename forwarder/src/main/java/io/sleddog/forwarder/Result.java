package io.sleddog.forwarder;

import io.sleddog.forwarder.decode.DecodedEvent;
import io.sleddog.forwarder.decode.DecodedEvent.Part;
import io.sleddog.forwarder.decode.DecodedEvent.Reply;
import io.sleddog.forwarder.deliver.Outcome;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What became of an event: what the function answers, or the error that it ends with. */
final class Result {
  private static final int MOST_REASONS = 5;

  private final DecodedEvent event;
  private final Counters counters;
  private final Counters handed = new Counters();
  private final Set<Integer> failedRecords = new TreeSet<>();
  private final List<String> reasons = new ArrayList<>();
  private boolean replayFailed;

  Result(DecodedEvent event, Counters counters) {
    this.event = event;
    this.counters = counters;
  }

  Counters counters() {
    return counters;
  }

  /** What was handed to the intakes, whatever came of it. */
  Counters handed() {
    return handed;
  }

  /** A record could not be read to its end. */
  void unread(Part part, String reason) {
    counters.add(Count.RECORDS_UNREAD, 1);
    failedRecords.add(part.record());
    reasons.add("record " + part.record() + " not read: " + reason);
  }

  /** Stored batches could not be sent again, since the store did not do what it was asked. */
  void notReplayed(String reason) {
    replayFailed = true;
    reasons.add("stored batches not replayed: " + reason);
  }

  /** Something went wrong that is no reason for the event to come again. */
  void warn(String reason) {
    reasons.add(reason);
  }

  /** Adds what became of the batches. */
  void outcomes(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Delivered) {
        counters.add(outcome.kind().forwarded(), outcome.items());
      } else if (outcome instanceof Outcome.Stored) {
        counters.add(outcome.kind().stored(), outcome.items());
      } else if (outcome instanceof Outcome.Failed failed) {
        counters.add(outcome.kind().failed(), outcome.items());
        if (failed.fatal()) {
          failed(failed);
        }
      } else if (outcome instanceof Outcome.Rejected rejected) {
        counters.add(outcome.kind().failed(), outcome.items());
        reasons.add(reason(outcome, rejected.reason()));
      }
    }
  }

  /**
   * The function's answer: {@code null}, or the records that are to come again.
   *
   * @throws DeliveryFailedException if the event as a whole is to come again
   */
  String answer() {
    if (replayFailed && event.parts().isEmpty()) {
      throw new DeliveryFailedException("Not delivered: " + reasonText());
    }
    if (failedRecords.isEmpty()) {
      return event.reply() == Reply.NONE ? "null" : answer(Set.of());
    }
    Set<String> ids = failedIds();
    if (event.reply() == Reply.NONE || ids.contains("")) {
      throw new DeliveryFailedException("Not delivered: " + reasonText());
    }
    return answer(ids);
  }

  /** One line about the invocation; a healthy one leaves none unless it is wanted. */
  String line(String requestId, boolean verbose) {
    if (!verbose && reasons.isEmpty()) {
      return "";
    }
    String trouble = reasons.isEmpty() ? "" : " not_delivered=\"" + reasonText() + "\"";
    return "forwarder request_id=" + requestId + " " + counters.summary() + trouble;
  }

  private String reasonText() {
    List<String> shown = reasons.subList(0, Math.min(MOST_REASONS, reasons.size()));
    int more = reasons.size() - shown.size();
    return String.join("; ", shown) + (more > 0 ? "; and " + more + " more" : "");
  }

  private void failed(Outcome.Failed failed) {
    reasons.add(reason(failed, failed.reason()));
    for (int i = failed.sources().first(); i <= failed.sources().last(); i++) {
      failedRecords.add(i);
    }
  }

  private static String reason(Outcome outcome, String text) {
    return outcome.items() + " " + outcome.kind().text() + ": " + text;
  }

  private Set<String> failedIds() {
    Set<String> ids = new LinkedHashSet<>();
    for (Part part : event.parts()) {
      boolean first = event.reply() == Reply.FIRST_FAILED_RECORD && !ids.isEmpty();
      if (failedRecords.contains(part.record()) && !first) {
        ids.add(part.id());
      }
    }
    return ids;
  }

  private static String answer(Set<String> ids) {
    ByteWriter json = new ByteWriter(128);
    json.text("{\"batchItemFailures\":[");
    String comma = "";
    for (String id : ids) {
      json.text(comma).text("{\"itemIdentifier\":").string(id).text("}");
      comma = ",";
    }
    return json.text("]}").utf8();
  }
}
