package io.sleddog.lambda.redirect;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/** Makes the one object of the user's handler class. */
final class UserInstance {
  private static final String RUNTIMES =
      "com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader";

  private UserInstance() {}

  /**
   * Calls the public constructor without arguments.
   *
   * @throws ConstructorThrew what the user's constructor threw
   * @throws Exception if there is no such constructor, in the runtime's words
   */
  static <T> T make(Class<T> type) throws Exception {
    try {
      return constructor(type).newInstance();
    } catch (IllegalAccessException hidden) {
      // Its message names the class that asked, which is the runtime's without the layer.
      String message = String.valueOf(hidden.getMessage());
      throw new IllegalAccessException(message.replace(UserInstance.class.getName(), RUNTIMES));
    } catch (InvocationTargetException thrown) {
      throw new ConstructorThrew(thrown.getCause() == null ? thrown : thrown.getCause());
    }
  }

  private static <T> Constructor<T> constructor(Class<T> type) throws Exception {
    try {
      return type.getConstructor();
    } catch (NoSuchMethodException missing) {
      boolean inner = type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers());
      if (inner) {
        throw new Exception(
            "Class "
                + type.getName()
                + " cannot be instantiated because it is a non-static inner class");
      }
      throw new Exception(
          "Class " + type.getName() + " has no public zero-argument constructor", missing);
    }
  }
}
