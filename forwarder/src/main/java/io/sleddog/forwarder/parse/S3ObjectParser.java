package io.sleddog.forwarder.parse;

import com.fasterxml.jackson.core.JacksonException;
import io.sleddog.forwarder.aws.AwsException;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.config.Additions;
import io.sleddog.forwarder.model.AwsEvent;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Envelope;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads the logs in an object of S3 as they come over the wire; none of it is kept. */
final class S3ObjectParser {
  private final S3Client s3;
  private final Envelopes envelopes;
  private final CloudWatchLogsParser cloudWatchLogs;
  private final String multiline;

  S3ObjectParser(
      S3Client s3, Envelopes envelopes, CloudWatchLogsParser cloudWatchLogs, Additions additions) {
    this.s3 = s3;
    this.envelopes = envelopes;
    this.cloudWatchLogs = cloudWatchLogs;
    this.multiline = additions.multiline();
  }

  /** Passes each log on. */
  void parse(AwsEvent.S3Object object, ParseContext context) throws IOException {
    try {
      read(object, context);
    } catch (IOException e) {
      String reason =
          context.deadline().hasPassed()
              ? "not read in time"
              : e instanceof JacksonException ? "no JSON" : String.valueOf(e.getMessage());
      String place = "s3://" + object.bucket() + "/" + object.key();
      throw new IOException(place + ": " + reason, e);
    }
  }

  private void read(AwsEvent.S3Object object, ParseContext context) throws IOException {
    Opened opened = open(object, context.deadline());
    String key = opened.key();
    try (InputStream bytes = opened.bytes();
        InputStream plain = Unpacked.of(bytes)) {
      Envelope envelope =
          envelopes.ofS3(context.invocation(), object.bucket(), key, context.deadline());
      text(plain, key, envelope, context);
    }
  }

  /** An object under the name that it was found by. */
  private record Opened(String key, InputStream bytes) {}

  private Opened open(AwsEvent.S3Object object, Deadline deadline) throws IOException {
    String key = object.key();
    try {
      return new Opened(key, s3.open(object.bucket(), key, object.region(), deadline));
    } catch (AwsException e) {
      if (!e.isMissing() || object.otherKey().isEmpty()) {
        throw e;
      }
      String other = object.otherKey();
      return new Opened(other, s3.open(object.bucket(), other, object.region(), deadline));
    }
  }

  private void text(InputStream plain, String key, Envelope envelope, ParseContext context)
      throws IOException {
    TextWindow window = new TextWindow(plain, context);
    if (SourceNames.isCloudTrail(key) && CloudTrailRecords.parse(window, envelope, context)) {
      return;
    } else if (!multiline.isEmpty()) {
      new MultilineText(multiline).parse(window, envelope, context.records());
    } else if (JsonValues.startIn(window)) {
      new JsonValues(window)
          .parse(
              value -> {
                if (value.array()[value.offset()] == '{' && DeliveryObject.is(value)) {
                  cloudWatchLogs.parse(value, context);
                } else {
                  context.records().accept(RawRecords.of(value, envelope));
                }
              });
    } else {
      boolean headed = key.toLowerCase(Locale.ROOT).contains("vpcflowlogs");
      new Lines(window)
          .parse(headed, line -> context.records().accept(RawRecords.of(line, envelope)));
    }
  }
}
