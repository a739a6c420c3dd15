package io.sleddog.forwarder.deliver;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;

/** Random numbers from 0 up to below a bound. */
final class Jitter implements LongUnaryOperator {
  @Override
  public long applyAsLong(long bound) {
    return ThreadLocalRandom.current().nextLong(bound);
  }
}
