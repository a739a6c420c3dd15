package io.sleddog.lambda.redirect;

/** Throws what a signature does not declare: the user's own exception, as the same object. */
final class Sneaky {
  private Sneaky() {}

  /** Throws it; the return type lets callers write {@code throw Sneaky.rethrow(e)}. */
  @SuppressWarnings("unchecked")
  static <T extends Throwable> RuntimeException rethrow(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
