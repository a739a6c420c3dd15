package io.sleddog.plan.model;

/** How a function's code is packed. */
public enum PackageType {
  /** An archive that runs on a managed or an OS-only runtime and takes layers. */
  ZIP,
  /** A container image: it takes no layer, and its handler is the image's own matter. */
  IMAGE,
  /** Only the deployment knows. */
  UNKNOWN
}
