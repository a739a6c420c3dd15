package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.config.AwsSettings;
import io.sleddog.forwarder.http.HttpAnswer;
import io.sleddog.forwarder.http.HttpRequest;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.UrlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes objects in S3. */
public final class S3Client {
  private static final String SERVICE = "s3";
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final AwsClient aws;

  /** A client that signs as the function. */
  public S3Client(AwsClient aws) {
    this.aws = aws;
  }

  /**
   * Opens an object for reading from its start.
   *
   * @param region where the bucket is; empty for the function's own
   * @return its bytes, fetched while they are read; an interrupted read goes on where it was
   * @throws AwsException if it cannot be read; {@link AwsException#isMissing()} if it does not
   *     exist
   * @throws IOException if there is no answer before the deadline
   */
  public InputStream open(String bucket, String key, String region, Deadline deadline)
      throws IOException {
    String place = region.isEmpty() ? aws.settings().region() : region;
    String url = url(bucket, key, place);
    ResumingStream.Opening part =
        (from, etag) -> {
          Map<String, String> headers = new LinkedHashMap<>();
          if (from > 0) {
            headers.put("Range", "bytes=" + from + "-");
            headers.put("If-Match", etag);
          }
          return aws.send(HttpRequest.get(url, headers), new AwsScope(SERVICE, place), deadline);
        };
    return ReadAhead.open(() -> new ResumingStream(part), deadline);
  }

  /** Reads a small object; empty if it does not exist. */
  public Optional<StoredObject> find(String bucket, String key, Deadline deadline)
      throws IOException {
    String place = aws.settings().region();
    HttpRequest request = HttpRequest.get(url(bucket, key, place), Map.of());
    try (HttpAnswer answer = aws.send(request, new AwsScope(SERVICE, place), deadline)) {
      byte[] content = answer.body().readAllBytes();
      Instant modified = time(answer.header("last-modified"));
      return Optional.of(new StoredObject(Slice.of(content), modified, answer.header("etag")));
    } catch (AwsException e) {
      if (e.isMissing()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Writes an object. */
  public void put(String bucket, String key, byte[] content, Deadline deadline) throws IOException {
    put(bucket, key, content, Map.of("Content-Type", "application/json"), deadline);
  }

  /**
   * Writes an empty object, unless somebody else was faster.
   *
   * @param etag of the object that is in its place now; empty if there is none
   * @return false if there is another one by now
   */
  public boolean putIfUnchanged(String bucket, String key, String etag, Deadline deadline)
      throws IOException {
    Map<String, String> condition =
        etag.isEmpty() ? Map.of("If-None-Match", "*") : Map.of("If-Match", etag);
    try {
      put(bucket, key, new byte[0], condition, deadline);
      return true;
    } catch (AwsException e) {
      if (e.status() == PRECONDITION_FAILED || e.status() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private void put(
      String bucket, String key, byte[] content, Map<String, String> headers, Deadline deadline)
      throws IOException {
    String place = aws.settings().region();
    HttpRequest request =
        new HttpRequest("PUT", url(bucket, key, place), headers, Slice.of(content));
    try (HttpAnswer answer = aws.send(request, new AwsScope(SERVICE, place), deadline)) {
      answer.body().readAllBytes();
    }
  }

  /**
   * A page of keys, in their order; at most 1000.
   *
   * @param prefix with which they begin; of plain characters, as no other keys are understood
   * @param after the key behind which the page begins; empty for the first page
   */
  public List<String> keys(String bucket, String prefix, String after, Deadline deadline)
      throws IOException {
    String place = aws.settings().region();
    String start = after.isEmpty() ? "" : "&start-after=" + UrlText.encode(after);
    String query = "/?list-type=2&prefix=" + UrlText.encode(prefix) + start;
    HttpRequest request = HttpRequest.get(bucketUrl(bucket, place) + query, Map.of());
    List<String> keys = new ArrayList<>();
    try (HttpAnswer answer = aws.send(request, new AwsScope(SERVICE, place), deadline)) {
      String xml = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
      String[] parts = xml.split("<Key>", -1);
      for (int i = 1; i < parts.length; i++) {
        keys.add(parts[i].substring(0, parts[i].indexOf("</Key>")));
      }
    }
    return keys;
  }

  /** Deletes an object; one that does not exist is no error. */
  public void delete(String bucket, String key, Deadline deadline) throws IOException {
    String place = aws.settings().region();
    HttpRequest request =
        new HttpRequest("DELETE", url(bucket, key, place), Map.of(), Slice.of(new byte[0]));
    try (HttpAnswer answer = aws.send(request, new AwsScope(SERVICE, place), deadline)) {
      answer.body().readAllBytes();
    }
  }

  /** A time that is missing or no time is long ago. */
  private static Instant time(String header) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
    } catch (DateTimeException ignored) {
      return Instant.EPOCH;
    }
  }

  private String url(String bucket, String key, String region) throws AwsException {
    if (bucket.isEmpty() || key.isEmpty() || !isPlain(region)) {
      throw new AwsException("the event names no object of S3");
    }
    return bucketUrl(bucket, region) + "/" + UrlText.encodePath(key);
  }

  private String bucketUrl(String bucket, String region) {
    AwsSettings settings = aws.settings();
    String endpoint = settings.endpoint(SERVICE, region);
    boolean inPath = settings.pathStyle() || settings.isRedirected(SERVICE) || !isPlain(bucket);
    return inPath
        ? endpoint + "/" + UrlText.encode(bucket)
        : endpoint.replace("://", "://" + bucket + ".");
  }

  /** Whether a name can be a part of a host's name; old buckets may have others. */
  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }
}
