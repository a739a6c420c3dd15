package io.sleddog.lambda.redirect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A method of the user's, with the instance to call it on. */
final class MethodCall {
  private final Method method;
  private final @Nullable Object instance;

  MethodCall(Method method, @Nullable Object instance) {
    this.method = method;
    this.instance = instance;
  }

  /** Calls it; what the method throws leaves as it is. */
  Object invoke(@Nullable Object... arguments) {
    try {
      return method.invoke(instance, arguments);
    } catch (InvocationTargetException thrown) {
      throw Sneaky.rethrow(thrown.getCause() == null ? thrown : thrown.getCause());
    } catch (IllegalAccessException refused) {
      throw Sneaky.rethrow(refused);
    }
  }
}
