package io.sleddog.plan.change;

/**
 * Something that the user should know of.
 *
 * @param id a stable name of the kind of finding, such as {@code layer-limit}
 * @param message what is so, and where
 * @param remedy what the user can do about it
 */
public record Finding(String id, String message, String remedy) {
  @Override
  public String toString() {
    return message + ". " + remedy + ". [" + id + "]";
  }
}
