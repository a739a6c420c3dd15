package io.sleddog.lambda.context;

/** Numbers in text, where anything else counts as 0. */
public final class Hex {
  private Hex() {}

  /** Up to 16 hexadecimal digits, in either case. */
  static long parse(String text, int from, int to) {
    if (from >= to || to - from > 16) {
      return 0;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return 0;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** The number of up to 16 hexadecimal digits, in either case; 0 for anything else. */
  public static long unsigned(String text) {
    return parse(text, 0, text.length());
  }

  /** Whether all characters are lower-case hexadecimal digits. */
  static boolean isLowerCase(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (digit(c) < 0 || (c >= 'A' && c <= 'F')) {
        return false;
      }
    }
    return true;
  }

  /** 16 lower-case digits. */
  public static String text(long value) {
    char[] digits = new char[16];
    for (int i = 0; i < 16; i++) {
      digits[i] = Character.forDigit((int) (value >>> (60 - 4 * i)) & 0xf, 16);
    }
    return new String(digits);
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    char lower = (char) (c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
