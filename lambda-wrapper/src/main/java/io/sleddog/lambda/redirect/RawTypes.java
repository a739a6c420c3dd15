package io.sleddog.lambda.redirect;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Names the class behind a generic type. */
final class RawTypes {
  private RawTypes() {}

  static String name(Type type) {
    if (type instanceof Class) {
      return ((Class<?>) type).getName();
    }
    if (type instanceof ParameterizedType) {
      return name(((ParameterizedType) type).getRawType());
    }
    if (type instanceof GenericArrayType) {
      return name(((GenericArrayType) type).getGenericComponentType());
    }
    return type.getTypeName();
  }
}
