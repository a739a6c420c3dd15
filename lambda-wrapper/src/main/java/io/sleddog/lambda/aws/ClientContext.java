package io.sleddog.lambda.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.sleddog.lambda.json.Splice;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The custom part of the client context of a Lambda invocation. Each header is a member by itself,
 * since the runtime reads that part as a map of strings.
 */
final class ClientContext implements Place {
  /** Lambda takes no longer one, counted in Base64. */
  private static final int MOST_CHARACTERS = 3583;

  private static final String FIELD = "ClientContext";

  @Override
  public SdkPojo fill(SdkPojo request, Map<String, String> headers) {
    Object present = Fields.value(request, FIELD);
    byte[] json =
        present instanceof String
            ? Base64.getDecoder().decode((String) present)
            : "{}".getBytes(ISO_8859_1);
    byte[] filled = Splice.addInside(json, "custom", headers);
    if (filled == null) {
      return request;
    }
    String encoded = Base64.getEncoder().encodeToString(filled);
    return encoded.length() > MOST_CHARACTERS ? request : Fields.with(request, FIELD, encoded);
  }
}
