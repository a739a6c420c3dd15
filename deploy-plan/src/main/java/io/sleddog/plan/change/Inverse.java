package io.sleddog.plan.change;

import java.util.Optional;

/** Turns a step round. */
final class Inverse {
  private static final String REASON = "takes back: ";

  private Inverse() {}

  static Optional<Change> of(Change change) {
    String reason = REASON + change.reason();
    if (change instanceof Change.Handler it) {
      return Optional.of(new Change.Handler(it.after(), it.before(), reason));
    }
    if (change instanceof Change.LayerList it) {
      return Optional.of(new Change.LayerList(it.after(), it.before(), reason));
    }
    if (change instanceof Change.Variable it) {
      return Optional.of(new Change.Variable(it.name(), it.after(), it.before(), reason));
    }
    if (change instanceof Change.Tag it) {
      return Optional.of(new Change.Tag(it.key(), it.after(), it.before(), reason));
    }
    if (change instanceof Change.Tracing it) {
      return Optional.of(new Change.Tracing(it.after(), it.before(), reason));
    }
    if (change instanceof Change.Filter it) {
      return Optional.of(new Change.Filter(it.logGroup(), it.after(), it.before(), reason));
    }
    return Optional.empty();
  }
}
