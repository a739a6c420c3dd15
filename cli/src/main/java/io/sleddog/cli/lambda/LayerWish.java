package io.sleddog.cli.lambda;

import java.util.List;
import java.util.Optional;

/**
 * Which layer the user wants.
 *
 * @param arns the ARNs of versions, one a region; if there are any, the rest does not count
 * @param version {@code latest}, a number, or {@code none}
 * @param account the account that owns the layer; the function's own if empty
 */
record LayerWish(List<String> arns, String version, Optional<String> account) {
  /** Copies the list in. */
  LayerWish {
    arns = List.copyOf(arns);
  }

  /** Whether no layer is wanted. */
  boolean isNone() {
    return arns.isEmpty() && version.equals(WiringOptions.NO_LAYER);
  }

  /** Whether the newest version is wanted, whichever that is. */
  boolean isLatest() {
    return arns.isEmpty() && version.equals(WiringOptions.LATEST);
  }
}
