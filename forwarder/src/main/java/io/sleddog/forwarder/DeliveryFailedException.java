package io.sleddog.forwarder;

/** Something could not be delivered; the message says what, where and how many. */
final class DeliveryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DeliveryFailedException(String message) {
    super(message);
  }
}
