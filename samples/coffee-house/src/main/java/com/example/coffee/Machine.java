package com.example.coffee;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Brews what it can. Three products are beyond it, each in a way of its own. */
final class Machine {
  private static final int STEEPING_HOURS = 16;
  private static final int CUP_BYTES = 1 << 30;

  private Machine() {}

  static void brew(String product) {
    switch (product) {
      case "decaf":
        throw new IllegalArgumentException("There is no decaf in this house");
      case "cold brew":
        steep();
        break;
      case "an ocean":
        pour();
        break;
      default:
        // a cup, which is done at once
    }
  }

  /** Longer than any function may run. */
  private static void steep() {
    try {
      TimeUnit.HOURS.sleep(STEEPING_HOURS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until the memory is full. */
  private static void pour() {
    List<byte[]> cups = new ArrayList<>();
    while (cups.size() < Integer.MAX_VALUE) {
      cups.add(new byte[CUP_BYTES]);
    }
  }
}
