package io.sleddog.cli.sdk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills the SDK's request from members named as in the API. */
final class PojoWriter {
  private PojoWriter() {}

  /**
   * Sets the members of a builder.
   *
   * @throws IllegalArgumentException if the request has no member of that name
   */
  static void write(Map<String, ?> members, SdkPojo builder) {
    Set<String> unknown = new TreeSet<>(members.keySet());
    for (SdkField<?> field : builder.sdkFields()) {
      Object value = members.get(field.memberName());
      if (value != null) {
        field.set(builder, convert(value, field));
      }
      unknown.remove(field.memberName());
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no such member: " + unknown);
    }
  }

  private static Object convert(Object value, SdkField<?> field) {
    MarshallingType<?> type = field.marshallingType();
    if (value instanceof List<?> list) {
      return list(list, field.getTrait(ListTrait.class).memberFieldInfo());
    }
    if (value instanceof Map<?, ?> map) {
      return type == MarshallingType.MAP
          ? map(map, field.getTrait(MapTrait.class).valueFieldInfo())
          : pojo(map, field);
    }
    if (type == MarshallingType.SDK_BYTES) {
      return SdkBytes.fromUtf8String(String.valueOf(value));
    }
    if (type == MarshallingType.INSTANT) {
      return Instant.parse(String.valueOf(value));
    }
    return type == MarshallingType.LONG ? ((Number) value).longValue() : value;
  }

  private static List<Object> list(List<?> values, SdkField<?> element) {
    List<Object> converted = new ArrayList<>();
    values.forEach(it -> converted.add(convert(it, element)));
    return converted;
  }

  private static Map<String, Object> map(Map<?, ?> values, SdkField<?> element) {
    Map<String, Object> converted = new LinkedHashMap<>();
    values.forEach((key, it) -> converted.put(String.valueOf(key), convert(it, element)));
    return converted;
  }

  private static Object pojo(Map<?, ?> members, SdkField<?> field) {
    Map<String, Object> named = new LinkedHashMap<>();
    members.forEach((name, it) -> named.put(String.valueOf(name), it));
    SdkPojo builder = field.constructor().get();
    write(named, builder);
    return ((Buildable) builder).build();
  }
}
