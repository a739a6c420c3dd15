package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Log events of a CloudWatch Logs subscription. */
final class CloudWatchLogs implements Trigger {
  /** The log group's name stands near the begin; more need not be unpacked. */
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final Json event;

  CloudWatchLogs(Json event) {
    this.event = event;
  }

  @Override
  public String source() {
    return "cloudwatch-logs";
  }

  @Override
  public String sourceArn(FunctionArn function) {
    String group = logGroup();
    return Arns.of(
        function,
        "logs",
        function.region() + ":" + function.account(),
        "log-group:" + (group == null ? "cloudwatch" : group));
  }

  @Override
  public Carrier carrier() {
    return Carrier.NONE;
  }

  private @Nullable String logGroup() {
    String data = event.get("awslogs").get("data").text();
    if (data == null) {
      return null;
    }
    try (GZIPInputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(Base64Text.decode(data)))) {
      return Json.parse(unpacked.readNBytes(MOST_BYTES)).get("logGroup").text();
    } catch (IOException unreadable) {
      return null;
    }
  }
}
