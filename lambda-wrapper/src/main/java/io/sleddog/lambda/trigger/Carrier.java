package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.json.JsonWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and values, as headers are, that may hold a trace context. */
public final class Carrier {
  /** Holds nothing. */
  public static final Carrier NONE = new Carrier(Json.MISSING, Json.MISSING, null);

  private final Json single;
  private final Json multiple;
  private final @Nullable String awsTraceHeader;
  private final long singleNames;
  private final long multipleNames;

  private Carrier(Json single, Json multiple, @Nullable String awsTraceHeader) {
    this.single = single;
    this.multiple = multiple;
    this.awsTraceHeader = awsTraceHeader;
    this.singleNames = single.nameBits();
    this.multipleNames = multiple.nameBits();
  }

  /** An object whose members are headers. */
  public static Carrier of(Json headers) {
    return new Carrier(headers, Json.MISSING, null);
  }

  /** A map of headers. */
  public static Carrier of(Map<String, String> headers) {
    JsonWriter object = new JsonWriter(256).ascii("{");
    String comma = "";
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey() != null && header.getValue() != null) {
        object.ascii(comma).text(header.getKey()).ascii(":").text(header.getValue());
        comma = ",";
      }
    }
    return of(Json.parse(object.ascii("}").copyFrom(0)));
  }

  /** The headers of an HTTP event, in either of the two forms that AWS uses, or both. */
  static Carrier ofHttp(Json event) {
    return new Carrier(event.get("headers"), event.get("multiValueHeaders"), null);
  }

  /** The same with the X-Ray header that AWS passes beside a message. */
  Carrier withAwsTraceHeader(@Nullable String header) {
    return new Carrier(single, multiple, header);
  }

  /** The object itself. */
  public Json object() {
    return single;
  }

  /** The X-Ray header beside a message, or null. */
  public @Nullable String awsTraceHeader() {
    return awsTraceHeader;
  }

  /** A header's value, its first one if it has several; null if there is none. */
  public @Nullable String get(String lowerCaseName) {
    return find(lowerCaseName).scalar();
  }

  /** Whether its object may have a member of that name, in any case; if not, it has none. */
  public boolean mayHave(String lowerCaseName) {
    return (singleNames & Json.nameBit(lowerCaseName)) != 0;
  }

  /** A header's value as it stands in the event. */
  public Json find(String lowerCaseName) {
    long bit = Json.nameBit(lowerCaseName);
    Json value = find(single, singleNames & bit, lowerCaseName);
    return value.isScalar() ? value : find(multiple, multipleNames & bit, lowerCaseName);
  }

  private static Json find(Json headers, long mayHave, String lowerCaseName) {
    return mayHave == 0 ? Json.MISSING : first(headers.getIgnoringCase(lowerCaseName));
  }

  private static Json first(Json values) {
    return values.isArray() ? values.first() : values;
  }
}
