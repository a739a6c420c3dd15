package io.sleddog.lambda.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sleddog.lambda.json.Splice;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/** A member of the JSON object in a field that holds text or bytes. */
final class JsonMember implements Place {
  private final String field;

  JsonMember(String field) {
    this.field = field;
  }

  @Override
  public SdkPojo fill(SdkPojo entry, Map<String, String> headers) {
    Object value = Fields.value(entry, field);
    byte[] member = Splice.object(headers);
    if (value instanceof String) {
      byte[] filled = Splice.add(((String) value).getBytes(UTF_8), NAME, member);
      return filled == null ? entry : Fields.with(entry, field, new String(filled, UTF_8));
    }
    if (value instanceof SdkBytes) {
      byte[] filled = Splice.add(((SdkBytes) value).asByteArray(), NAME, member);
      return filled == null ? entry : Fields.with(entry, field, SdkBytes.fromByteArray(filled));
    }
    return entry;
  }
}
