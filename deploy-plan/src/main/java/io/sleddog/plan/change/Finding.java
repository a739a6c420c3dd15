package io.sleddog.plan.change;

/**
 * Something that the user should know of.
 *
 * @param id a stable name of the kind of finding, such as {@code layer-limit}
 * @param subject whom it is about, as the plan names it
 * @param message what is so
 * @param remedy what the user can do about it
 */
public record Finding(String id, String subject, String message, String remedy) {
  @Override
  public String toString() {
    return subject + ": " + message + ". " + remedy + ". [" + id + "]";
  }
}
