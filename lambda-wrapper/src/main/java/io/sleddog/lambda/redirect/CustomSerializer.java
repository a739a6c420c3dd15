package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;

/** The user's own serializer, bound to a type. */
final class CustomSerializer implements PojoSerializer<Object> {
  private final CustomPojoSerializer users;
  private final Type type;

  CustomSerializer(CustomPojoSerializer users, Type type) {
    this.users = users;
    this.type = type;
  }

  @Override
  public Object fromJson(InputStream input) {
    return users.fromJson(input, type);
  }

  @Override
  public Object fromJson(String input) {
    return users.fromJson(input, type);
  }

  @Override
  public void toJson(Object value, OutputStream output) {
    users.toJson(value, output, type);
  }
}
