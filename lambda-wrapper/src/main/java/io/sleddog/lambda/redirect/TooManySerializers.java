package io.sleddog.lambda.redirect;

/** More than one serializer of the user's own was found. */
final class TooManySerializers extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooManySerializers() {
    super("Too many serializers provided inside the META-INF/services folder, only one is allowed");
  }
}
