package io.sleddog.lambda.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Fields of the SDK's objects by their names, so that it does with the SDK's core, whichever
 * services the function has.
 */
final class Fields {
  private Fields() {}

  static @Nullable Object value(SdkPojo object, String name) {
    return field(object, name).getValueOrDefault(object);
  }

  /** A copy with another value of the field. */
  static SdkPojo with(SdkPojo original, String name, Object value) {
    SdkBuilder<?, ?> builder = ((ToCopyableBuilder<?, ?>) original).toBuilder();
    set((SdkPojo) builder, name, value);
    return (SdkPojo) builder.build();
  }

  static void set(SdkPojo builder, String name, Object value) {
    field(builder, name).set(builder, value);
  }

  static SdkField<?> field(SdkPojo object, String name) {
    for (SdkField<?> field : object.sdkFields()) {
      if (name.equals(field.memberName())) {
        return field;
      }
    }
    throw new IllegalStateException("this SDK's request has no field " + name);
  }
}
