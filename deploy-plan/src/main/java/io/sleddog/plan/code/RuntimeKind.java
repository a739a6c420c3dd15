package io.sleddog.plan.code;

import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.PackageType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a function's runtime means for the layer. */
enum RuntimeKind {
  /** A managed Java runtime on which the layer's classes run. */
  JAVA,
  /** A Java older than the layer's classes. */
  OLD_JAVA,
  /** An OS-only runtime: what runs there does not look for Java layers. */
  OS_ONLY,
  /** Another language. */
  OTHER,
  /** A container image. */
  IMAGE,
  /** Only the deployment knows. */
  UNKNOWN;

  /** The layer's classes are compiled for this Java. */
  static final int OLDEST_JAVA = 11;

  private static final Pattern MANAGED_JAVA = Pattern.compile("java(\\d{1,3})(\\..+)?");

  static RuntimeKind of(Code code) {
    if (code.packageType() == PackageType.IMAGE) {
      return IMAGE;
    }
    if (code.packageType() == PackageType.UNKNOWN || code.runtime() == null) {
      return UNKNOWN;
    }
    return code.runtime().known().map(RuntimeKind::of).orElse(UNKNOWN);
  }

  private static RuntimeKind of(String runtime) {
    Matcher java = MANAGED_JAVA.matcher(runtime);
    if (java.matches()) {
      return Integer.parseInt(java.group(1)) < OLDEST_JAVA ? OLD_JAVA : JAVA;
    }
    return runtime.startsWith("provided") ? OS_ONLY : OTHER;
  }
}
