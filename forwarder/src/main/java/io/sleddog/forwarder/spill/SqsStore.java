package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.aws.AwsAction;
import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.Hashes;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.JsonTree;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a queue. They name the function that put them there, so that several forwarders can
 * share a queue; a bucket, if there is one, takes what is put into quarantine.
 */
final class SqsStore implements Store {
  private static final int MOST_BYTES = 240 << 10;
  private static final int HOLD_SECONDS = 30;
  private static final int DELAY_SECONDS = 900;

  private final AwsClient aws;
  private final String queueUrl;
  private final String function;
  private final @Nullable S3Store quarantine;

  SqsStore(AwsClient aws, String queueUrl, String functionName, @Nullable S3Store quarantine) {
    this.aws = aws;
    this.queueUrl = queueUrl;
    this.function = functionName;
    this.quarantine = quarantine;
  }

  @Override
  public int mostBytes() {
    return MOST_BYTES;
  }

  @Override
  public void put(String name, byte[] document, Deadline deadline) throws IOException {
    send(name, document, 0, deadline);
  }

  @Override
  public boolean quarantine(String name, byte[] document, Deadline deadline) throws IOException {
    return quarantine != null && quarantine.quarantine(name, document, deadline);
  }

  @Override
  public Cursor open(String vendorName) {
    return new Messages(vendorName);
  }

  @Override
  public void replace(Entry entry, byte[] document, Deadline deadline) throws IOException {
    send(entry.name(), document, DELAY_SECONDS, deadline);
    remove(entry, deadline);
  }

  @Override
  public void remove(Entry entry, Deadline deadline) throws IOException {
    ByteWriter json = request().text(",\"ReceiptHandle\":").string(entry.handle());
    call(AwsAction.DELETE_MESSAGE, json, deadline);
  }

  private void send(String name, byte[] document, int delaySeconds, Deadline deadline)
      throws IOException {
    String text = new String(document, StandardCharsets.UTF_8);
    // The two characters of the basic plane that a message must not have, but for controls.
    String allowed = text.replace("\uFFFE", "\\uFFFE").replace("\uFFFF", "\\uFFFF");
    ByteWriter json = request().text(",\"MessageBody\":").string(allowed);
    order(name, document, delaySeconds, json);
    json.text(",\"MessageAttributes\":{");
    attribute("function", function, json);
    attribute("name", name, json.text(","));
    call(AwsAction.SEND_MESSAGE, json.text("}"), deadline);
  }

  /**
   * A FIFO queue takes each message for a group and an identity of its own, and none that comes
   * later by itself.
   */
  private void order(String name, byte[] document, int delaySeconds, ByteWriter json) {
    if (!queueUrl.endsWith(".fifo")) {
      json.text(",\"DelaySeconds\":" + delaySeconds);
      return;
    }
    String id = Hashes.sha256(name + new String(document, StandardCharsets.UTF_8));
    json.text(",\"MessageGroupId\":").string(id).text(",\"MessageDeduplicationId\":").string(id);
  }

  private static void attribute(String name, String value, ByteWriter json) {
    json.string(name).text(":{\"DataType\":\"String\",\"StringValue\":").string(value).text("}");
  }

  private ByteWriter request() {
    return new ByteWriter(1024).text("{\"QueueUrl\":").string(queueUrl);
  }

  private JsonTree call(AwsAction action, ByteWriter json, Deadline deadline) throws IOException {
    byte[] answer = aws.call(action, region(), json.text("}").utf8(), deadline);
    return JsonTree.of(answer, 0, answer.length);
  }

  /** The region in the queue's address; empty, for the function's own, if it has none. */
  private String region() {
    String host = URI.create(queueUrl).getHost();
    String[] parts = host == null ? new String[0] : host.split("\\.", -1);
    return parts.length > 2 && parts[0].startsWith("sqs") ? parts[1] : "";
  }

  /** Takes one message at a time, until there is none or one comes for the second time. */
  private final class Messages implements Cursor {
    private final Set<String> seen = new HashSet<>();
    private final String vendorName;

    Messages(String vendorName) {
      this.vendorName = vendorName;
    }

    @Override
    public @Nullable Entry next(Deadline deadline) throws IOException {
      while (true) {
        JsonTree message = receive(deadline);
        if (message == null || !seen.add(message.at("MessageId").text())) {
          return null;
        }
        String handle = message.at("ReceiptHandle").text();
        String name = name(message);
        if (name.isEmpty()) {
          giveBack(handle, deadline);
        } else if (seen.add(name)) {
          return new Entry(name, handle, Slice.of(message.at("Body").text()));
        } else {
          giveBack(handle, deadline);
          return null;
        }
      }
    }

    /** The name of a document; empty for a message of somebody else. */
    private String name(JsonTree message) {
      if (attribute(message, "function").equals(function)) {
        return attribute(message, "name");
      }
      boolean vendors = attribute(message, "function_prefix").equals(vendorName);
      return vendors
          ? attribute(message, "retry_prefix") + "/" + message.at("MessageId").text()
          : "";
    }

    private static String attribute(JsonTree message, String name) {
      return message.at("MessageAttributes").at(name).at("StringValue").text();
    }

    private @Nullable JsonTree receive(Deadline deadline) throws IOException {
      long seconds = deadline.remainingMillis() / 1000 + HOLD_SECONDS;
      ByteWriter json = request().text(",\"MaxNumberOfMessages\":1,\"WaitTimeSeconds\":1");
      json.text(",\"VisibilityTimeout\":" + seconds + ",\"MessageAttributeNames\":[\"All\"]");
      for (JsonTree message :
          call(AwsAction.RECEIVE_MESSAGE, json, deadline).at("Messages").elements()) {
        return message;
      }
      return null;
    }

    private void giveBack(String handle, Deadline deadline) throws IOException {
      ByteWriter json = request().text(",\"ReceiptHandle\":").string(handle);
      json.text(",\"VisibilityTimeout\":" + HOLD_SECONDS);
      call(AwsAction.CHANGE_VISIBILITY, json, deadline);
    }
  }
}
