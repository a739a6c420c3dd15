package io.sleddog.plan.model;

import java.util.List;
import java.util.Optional;

/**
 * An Amazon Resource Name taken apart; any field may be unknown.
 *
 * @param partition {@code aws}, {@code aws-us-gov}, {@code aws-cn}
 * @param service such as {@code lambda}
 * @param region the region's name
 * @param account the account's number
 * @param resource the rest, split at colons: {@code function}, {@code orders}
 */
public record Arn(Text partition, Text service, Text region, Text account, List<Text> resource) {
  private static final int FIELDS_BEFORE_RESOURCE = 5;
  private static final int FIELDS_OF_FUNCTION = 2;

  /** Copies the list in. */
  public Arn {
    resource = List.copyOf(resource);
  }

  /** Takes a text apart; nothing if it does not look like an ARN, as far as it is known. */
  public static Optional<Arn> tryParse(Text text) {
    List<Text> fields = text.resolved().split(':');
    if (fields.size() <= FIELDS_BEFORE_RESOURCE || !fields.get(0).is("arn")) {
      return Optional.empty();
    }
    List<Text> resource = fields.subList(FIELDS_BEFORE_RESOURCE, fields.size());
    return Optional.of(
        new Arn(fields.get(1), fields.get(2), fields.get(3), fields.get(4), resource));
  }

  /**
   * Whether both are ARNs of one function for certain, of whichever of its versions or aliases. A
   * region is in one partition only, so an unknown one makes no difference.
   */
  public static boolean areOfOneFunction(Text one, Text other) {
    Optional<Arn> first = functionIn(one);
    Optional<Arn> second = functionIn(other);
    return first.isPresent() && second.isPresent() && first.get().isAlike(second.get());
  }

  private boolean isAlike(Arn other) {
    boolean isOpen = !partition.isKnown() || !other.partition.isKnown();
    return (isOpen || partition.sameAs(other.partition))
        && region.equals(other.region)
        && account.equals(other.account)
        && resource
            .subList(0, FIELDS_OF_FUNCTION)
            .equals(other.resource.subList(0, FIELDS_OF_FUNCTION));
  }

  private static Optional<Arn> functionIn(Text text) {
    return tryParse(text).filter(it -> it.isOf("lambda", "function"));
  }

  /** Whether the resource is of that kind for certain, such as {@code layer}. */
  public boolean isOf(String knownService, String kind) {
    return service.is(knownService) && resource.size() > 1 && resource.get(0).is(kind);
  }

  /** The resource's name: the field after its kind. */
  public Optional<Text> name() {
    return resource.size() > 1 ? Optional.of(resource.get(1)) : Optional.empty();
  }
}
