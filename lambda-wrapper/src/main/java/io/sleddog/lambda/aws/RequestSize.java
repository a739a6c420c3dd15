package io.sleddog.lambda.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** How large a request is, as far as AWS's limits count. */
final class RequestSize {
  private RequestSize() {}

  /** The bytes of the texts and blobs in a value, and {@code each} more for every object. */
  static long bytes(@Nullable Object value, int each) {
    if (value instanceof String) {
      return ((String) value).getBytes(UTF_8).length;
    }
    if (value instanceof SdkBytes) {
      return ((SdkBytes) value).asByteArrayUnsafe().length;
    }
    if (value instanceof SdkPojo) {
      return each + ofFields((SdkPojo) value, each);
    }
    return value instanceof List ? ofItems((List<?>) value, each) : ofEntries(value);
  }

  private static long ofFields(SdkPojo object, int each) {
    long bytes = 0;
    for (SdkField<?> field : object.sdkFields()) {
      bytes += bytes(field.getValueOrDefault(object), each);
    }
    return bytes;
  }

  private static long ofItems(List<?> items, int each) {
    long bytes = 0;
    for (Object item : items) {
      bytes += bytes(item, each);
    }
    return bytes;
  }

  private static long ofEntries(@Nullable Object value) {
    long bytes = 0;
    if (value instanceof Map) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        bytes += bytes(entry.getKey(), 0) + bytes(entry.getValue(), 0);
      }
    }
    return bytes;
  }
}
