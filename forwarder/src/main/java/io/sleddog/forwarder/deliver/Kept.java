package io.sleddog.forwarder.deliver;

/**
 * What the last resort kept of a batch.
 *
 * @param items how many
 * @param problem why it did not keep the others; empty if it kept all, or keeps nothing at all
 */
public record Kept(int items, String problem) {
  /** Nothing, since it was not to be. */
  public static final Kept NOTHING = new Kept(0, "");
}
