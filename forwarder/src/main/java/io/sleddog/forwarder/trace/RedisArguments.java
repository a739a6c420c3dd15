package io.sleddog.forwarder.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Knows which arguments of a Redis command are values, and masks these. */
final class RedisArguments {
  private static final String HIDDEN = "?";
  private static final Set<String> OPTIONS = Set.of("NX", "XX", "CH", "INCR", "GT", "LT");

  /** What hides the values among the words of each command. */
  private static final Map<String, Consumer<List<String>>> MASKS = masks();

  private RedisArguments() {}

  /** A command and its arguments, masked. */
  static List<String> masked(List<String> command) {
    List<String> words = new ArrayList<>(command);
    Consumer<List<String>> mask = MASKS.get(words.get(0).toUpperCase(Locale.ROOT));
    if (mask != null) {
      mask.accept(words);
    }
    return words;
  }

  private static Map<String, Consumer<List<String>>> masks() {
    Map<String, Consumer<List<String>>> masks = new HashMap<>();
    put("AUTH MIGRATE HELLO", words -> allFrom(1, words), masks);
    put("GEOHASH GEOPOS GEODIST LPUSH RPUSH SREM ZREM SADD", words -> allFrom(2, words), masks);
    put("APPEND GETSET LPUSHX RPUSHX SET SETNX SISMEMBER", words -> one(2, words), masks);
    put("GEORADIUSBYMEMBER ZRANK ZREVRANK ZSCORE", words -> one(2, words), masks);
    put("HSETNX LREM LSET SETBIT SETEX PSETEX SETRANGE", words -> one(3, words), masks);
    put("ZINCRBY SMOVE RESTORE", words -> one(3, words), masks);
    put("LINSERT", words -> one(4, words), masks);
    put("GEOADD", words -> each(4, 3, words), masks);
    put("HSET HMSET", words -> each(3, 2, words), masks);
    put("MSET MSETNX", words -> each(2, 2, words), masks);
    put("ZADD", words -> each(firstScore(words) + 1, 2, words), masks);
    put("CONFIG", RedisArguments::config, masks);
    put("BITFIELD", RedisArguments::bitField, masks);
    return Map.copyOf(masks);
  }

  private static void put(
      String commands, Consumer<List<String>> mask, Map<String, Consumer<List<String>>> masks) {
    for (String command : commands.split(" ", -1)) {
      masks.put(command, mask);
    }
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
