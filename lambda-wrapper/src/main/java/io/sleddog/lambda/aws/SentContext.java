package io.sleddog.lambda.aws;

import io.sleddog.lambda.json.Splice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/** The trace context in requests whose operation has a place for it. */
final class SentContext {
  /** Below the 256 KB of a message, a batch, an event or an input, for what is not counted here. */
  private static final int MOST_BYTES = 240_000;

  /** Below the 1 MB of a record. */
  private static final int MOST_RECORD_BYTES = 900_000;

  /** What an entry gets more besides the headers. */
  private static final int OVERHEAD = 400;

  private final String call;
  private final SdkRequest request;
  private final Map<String, String> headers;

  /** {@code call}: service and operation, such as {@code Sqs.SendMessage}. */
  SentContext(String call, SdkRequest request, Map<String, String> headers) {
    this.call = call;
    this.request = request;
    this.headers = headers;
  }

  /** The request to send; {@code startNanos}: when the call began. */
  SdkRequest request(long startNanos) {
    switch (call) {
      case "Sqs.SendMessage":
        return inItself(new MessageAttribute(false));
      case "Sqs.SendMessageBatch":
        return inEach("Entries", new MessageAttribute(false));
      case "Sns.Publish":
        return inItself(new MessageAttribute(true));
      case "Sns.PublishBatch":
        return inEach("PublishBatchRequestEntries", new MessageAttribute(true));
      case "Kinesis.PutRecord":
        return inItself(new JsonMember("Data"));
      case "Kinesis.PutRecords":
        return inEach("Records", new JsonMember("Data"));
      default:
        return other(startNanos);
    }
  }

  private SdkRequest other(long startNanos) {
    switch (call) {
      case "EventBridge.PutEvents":
        return inEach("Entries", new EventDetail(startNanos));
      case "Sfn.StartExecution":
      case "Sfn.StartSyncExecution":
        return inItself(new JsonMember("input"));
      case "Lambda.Invoke":
        return (SdkRequest) new ClientContext().fill(request, headers);
      default:
        return request;
    }
  }

  private SdkRequest inItself(Place place) {
    return fits() ? (SdkRequest) place.fill(request, headers) : request;
  }

  private SdkRequest inEach(String list, Place place) {
    Object entries = Fields.value(request, list);
    if (!(entries instanceof List) || !fits()) {
      return request;
    }
    List<SdkPojo> filled = new ArrayList<>();
    for (Object entry : (List<?>) entries) {
      filled.add(place.fill((SdkPojo) entry, headers));
    }
    return (SdkRequest) Fields.with(request, list, filled);
  }

  /** Whether AWS takes the request also with the trace in each of its entries. */
  private boolean fits() {
    int most = call.startsWith("Kinesis.") ? MOST_RECORD_BYTES : MOST_BYTES;
    return RequestSize.bytes(request, Splice.object(headers).length + OVERHEAD) <= most;
  }
}
