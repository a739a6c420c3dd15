package io.sleddog.lambda.trigger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What names a thing that another trace wrote and this one read, such as an object of S3. Both
 * sides compute the same hash of it, which leads from one trace to the other.
 */
public final class Pointer {
  private final String kind;
  private final List<byte[]> parts = new ArrayList<>(5);

  Pointer(String kind) {
    this.kind = kind;
  }

  Pointer add(byte @Nullable [] part) {
    parts.add(part == null ? new byte[0] : part);
    return this;
  }

  /** What kind of thing, such as {@code aws.s3.object}. */
  public String kind() {
    return kind;
  }

  /** Its names, in the order they are hashed. */
  public List<byte[]> parts() {
    return parts;
  }
}
