package io.sleddog.lambda.redirect;

import java.lang.reflect.Constructor;

/** Gives a throwable another message, by making a new one of the same class. */
final class Renamed {
  private Renamed() {}

  /**
   * A throwable of the class of {@code original} with {@code message}, its trace, and {@code
   * original} as suppressed; the original itself where its class has no constructor for a message.
   */
  static Throwable as(String message, Throwable original) {
    try {
      Constructor<? extends Throwable> constructor =
          original.getClass().getDeclaredConstructor(String.class);
      Throwable renamed = constructor.newInstance(message);
      renamed.setStackTrace(original.getStackTrace());
      renamed.addSuppressed(original);
      return renamed;
    } catch (ReflectiveOperationException | RuntimeException withoutMessage) {
      return original;
    }
  }
}
