package io.sleddog.cli.subject;

import java.util.List;

/**
 * A function that was chosen, and where it may be.
 *
 * @param name what Lambda takes for the function's name
 * @param regions the regions to look in
 */
public record Target(String name, List<String> regions) {
  /** Copies the list in. */
  public Target {
    regions = List.copyOf(regions);
  }
}
