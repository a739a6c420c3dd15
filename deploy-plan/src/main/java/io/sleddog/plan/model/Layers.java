package io.sleddog.plan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The layers of a function, in the order in which they are laid over each other.
 *
 * @param arns their version ARNs
 * @param optional how many of them may turn out not to be there, such as an {@code Fn::If} with
 *     {@code AWS::NoValue} in a branch
 * @param isOpen whether the list can be added to; false if the whole is an expression
 */
public record Layers(List<Text> arns, int optional, boolean isOpen) {
  /** The name under which the project's layer is published unless the user chose another. */
  public static final String OURS = "sleddog";

  /** Copies the list in. */
  public Layers {
    arns = List.copyOf(arns);
  }

  /** A list whose elements are all there. */
  public static Layers of(List<Text> arns) {
    return new Layers(arns, 0, true);
  }

  /** No layer. */
  public static Layers none() {
    return of(List.of());
  }

  /** Layers of which nothing is known and to which none can be added. */
  public static Layers closed() {
    return new Layers(List.of(), 0, false);
  }

  /** The name of the layer that an ARN is a version of, if that is known. */
  public static Optional<String> nameOf(Text arn) {
    return Arn.tryParse(arn)
        .filter(it -> it.isOf("lambda", "layer"))
        .flatMap(Arn::name)
        .flatMap(Text::known);
  }

  /** The same list with other elements, as many of them optional as before. */
  public Layers withArns(List<Text> changed) {
    return new Layers(changed, optional, isOpen);
  }

  /** The elements with the layer put in the place of another version of it, or last. */
  public List<Text> put(Text layer) {
    List<Text> after = new ArrayList<>(arns);
    for (int i = 0; i < after.size(); i++) {
      if (isSame(after.get(i), layer)) {
        after.set(i, layer);
        return after;
      }
    }
    after.add(layer);
    return after;
  }

  private static boolean isSame(Text one, Text other) {
    return one.sameAs(other) || (nameOf(one).isPresent() && nameOf(one).equals(nameOf(other)));
  }
}
