package io.sleddog.forwarder.otlp;

/**
 * Counts of values of one sign in buckets whose bounds grow by a constant factor: {@code
 * 2^(2^-scale)}. Bucket i holds what is above the factor's i-th power and not above the next one.
 */
final class Buckets {
  static final int MOST_SCALE = 20;
  private static final int LEAST_SCALE = -10;
  private static final int MOST_BUCKETS = 160;

  private final int offset;
  private final long[] counts;

  private Buckets(int offset, long[] counts) {
    this.offset = offset;
    this.counts = counts;
  }

  /** The index of the first bucket. */
  int offset() {
    return offset;
  }

  /** How many values there are in each, from the first to the last that has any. */
  long[] counts() {
    return counts;
  }

  /** The finest scale at which values, all above 0, need no more than 160 buckets. */
  static int scale(double[] values) {
    int scale = MOST_SCALE;
    while (scale > LEAST_SCALE && width(values, scale) > MOST_BUCKETS) {
      scale--;
    }
    return scale;
  }

  /** Sorts values, all above 0, into buckets. */
  static Buckets of(double[] values, int scale) {
    if (values.length == 0) {
      return new Buckets(0, new long[0]);
    }
    int least = Integer.MAX_VALUE;
    for (double value : values) {
      least = Math.min(least, index(value, scale));
    }
    long[] counts = new long[(int) width(values, scale)];
    for (double value : values) {
      counts[index(value, scale) - least]++;
    }
    return new Buckets(least, counts);
  }

  private static long width(double[] values, int scale) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (double value : values) {
      int index = index(value, scale);
      least = Math.min(least, index);
      most = Math.max(most, index);
    }
    return values.length == 0 ? 0 : most - least + 1;
  }

  /** Powers of two are exact, as they are the bounds that people look at. */
  private static int index(double value, int scale) {
    int exponent = Math.getExponent(value);
    boolean power = value == Math.scalb(1.0, exponent);
    if (power) {
      return scale >= 0 ? (exponent << scale) - 1 : (exponent - 1) >> -scale;
    }
    if (scale <= 0) {
      return exponent >> -scale;
    }
    return (int) Math.ceil(Math.log(value) / Math.log(2) * Math.scalb(1.0, scale)) - 1;
  }
}
