package io.sleddog.local.intake;

import java.time.Duration;

/**
 * How the intake fails on purpose.
 *
 * @param pathPrefix the requests it holds for
 * @param status what they are answered with; 0 cuts the connection
 * @param delay how long they wait for it
 */
public record Fault(String pathPrefix, int status, Duration delay) {

  /** Whether it refuses; otherwise it only makes wait. */
  public boolean refuses() {
    return status == 0 || status >= 400;
  }

  /** A fault for every path, without delay. */
  public static Fault everywhere(int status) {
    return new Fault("/", status, Duration.ZERO);
  }
}
