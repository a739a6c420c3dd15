package io.sleddog.plan.model;

import java.util.List;

/**
 * The layers of a function, in the order in which they are laid over each other.
 *
 * @param arns their version ARNs; an element may be unknown, and may then turn out to be no layer
 * @param isOpen whether the list can be added to; false if the whole is an expression
 */
public record Layers(List<Text> arns, boolean isOpen) {
  /** Copies the list in. */
  public Layers {
    arns = List.copyOf(arns);
  }

  /** A list whose elements are all there. */
  public static Layers of(List<Text> arns) {
    return new Layers(arns, true);
  }

  /** No layer. */
  public static Layers none() {
    return of(List.of());
  }

  /** Layers of which nothing is known and to which none can be added. */
  public static Layers closed() {
    return new Layers(List.of(), false);
  }
}
