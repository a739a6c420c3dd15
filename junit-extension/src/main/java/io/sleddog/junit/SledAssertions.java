package io.sleddog.junit;

/**
 * Where assertions about a {@link Ride} begin. Import it statically; it stands well beside the
 * method of the same name of AssertJ.
 */
public final class SledAssertions {
  private SledAssertions() {}

  /** Asserts something about an invocation and what came of it. */
  public static RideAssert assertThat(Ride ride) {
    return new RideAssert(ride);
  }
}
