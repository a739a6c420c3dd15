package io.sleddog.forwarder.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows which arguments of a Redis command are values, and masks these. */
final class RedisArguments {
  private static final String HIDDEN = "?";
  private static final Set<String> OPTIONS = Set.of("NX", "XX", "CH", "INCR", "GT", "LT");

  private RedisArguments() {}

  /** A command and its arguments, masked. */
  static List<String> masked(List<String> command) {
    List<String> words = new ArrayList<>(command);
    switch (words.get(0).toUpperCase(Locale.ROOT)) {
      case "AUTH", "MIGRATE", "HELLO" -> allFrom(1, words);
      case "APPEND",
          "GETSET",
          "LPUSHX",
          "GEORADIUSBYMEMBER",
          "RPUSHX",
          "SET",
          "SETNX",
          "SISMEMBER",
          "ZRANK",
          "ZREVRANK",
          "ZSCORE" ->
          one(2, words);
      case "HSETNX",
          "LREM",
          "LSET",
          "SETBIT",
          "SETEX",
          "PSETEX",
          "SETRANGE",
          "ZINCRBY",
          "SMOVE",
          "RESTORE" ->
          one(3, words);
      case "LINSERT" -> one(4, words);
      case "GEOHASH", "GEOPOS", "GEODIST", "LPUSH", "RPUSH", "SREM", "ZREM", "SADD" ->
          allFrom(2, words);
      case "GEOADD" -> each(4, 3, words);
      case "HSET", "HMSET" -> each(3, 2, words);
      case "MSET", "MSETNX" -> each(2, 2, words);
      case "CONFIG" -> config(words);
      case "BITFIELD" -> bitField(words);
      case "ZADD" -> each(firstScore(words) + 1, 2, words);
      default -> {}
    }
    return words;
  }

  private static void one(int index, List<String> words) {
    if (index < words.size()) {
      words.set(index, HIDDEN);
    }
  }

  private static void each(int first, int step, List<String> words) {
    for (int i = first; i < words.size(); i += step) {
      words.set(i, HIDDEN);
    }
  }

  private static void allFrom(int index, List<String> words) {
    if (index < words.size()) {
      words.subList(index, words.size()).clear();
      words.add(HIDDEN);
    }
  }

  private static void config(List<String> words) {
    if (words.size() > 1 && words.get(1).equalsIgnoreCase("SET")) {
      one(3, words);
    }
  }

  private static void bitField(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).equalsIgnoreCase("SET")) {
        one(i + 3, words);
      }
    }
  }

  private static int firstScore(List<String> words) {
    int i = 2;
    while (i < words.size() && OPTIONS.contains(words.get(i).toUpperCase(Locale.ROOT))) {
      i++;
    }
    return i;
  }
}
