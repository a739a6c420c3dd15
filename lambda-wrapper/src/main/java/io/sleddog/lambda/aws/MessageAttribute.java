package io.sleddog.lambda.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sleddog.lambda.json.Splice;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** An attribute of a message of SQS or SNS. */
final class MessageAttribute implements Place {
  private static final int MOST = 10;
  private static final String FIELD = "MessageAttributes";

  private final boolean binary;

  /** Binary for SNS: the filter policies of subscriptions pass over attributes of that type. */
  MessageAttribute(boolean binary) {
    this.binary = binary;
  }

  @Override
  public SdkPojo fill(SdkPojo message, Map<String, String> headers) {
    SdkField<?> field = Fields.field(message, FIELD);
    Map<?, ?> present = (Map<?, ?>) field.getValueOrDefault(message);
    if (present != null && (present.size() >= MOST || present.containsKey(NAME))) {
      return message;
    }
    Map<Object, Object> attributes = new LinkedHashMap<>(present == null ? Map.of() : present);
    attributes.put(NAME, attribute(field, Splice.object(headers)));
    return Fields.with(message, FIELD, attributes);
  }

  private Object attribute(SdkField<?> field, byte[] json) {
    SdkPojo attribute =
        (SdkPojo) field.getTrait(MapTrait.class).valueFieldInfo().constructor().get();
    Fields.set(attribute, "DataType", binary ? "Binary" : "String");
    if (binary) {
      Fields.set(attribute, "BinaryValue", SdkBytes.fromByteArray(json));
    } else {
      Fields.set(attribute, "StringValue", new String(json, UTF_8));
    }
    return ((SdkBuilder<?, ?>) attribute).build();
  }
}
