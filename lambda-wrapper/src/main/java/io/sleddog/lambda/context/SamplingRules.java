package io.sleddog.lambda.context;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the traces is kept, by patterns for the first span: {@code
 * [{"service":"shop*","name":"aws.lambda","resource":"?","tags":{"env":"prod"},"sample_rate":0.1}]}.
 * In a pattern {@code *} stands for any characters and {@code ?} for one, in any case. The first
 * rule that fits counts.
 */
public final class SamplingRules {
  private final List<Json> rules;

  private SamplingRules(List<Json> rules) {
    this.rules = rules;
  }

  /** Reads the rules; null if the text, or a part of it, is not what rules look like. */
  public static @Nullable SamplingRules tryParse(String text) {
    Json array = Json.parse(text);
    List<Json> rules = new ArrayList<>();
    for (Json rule = array.first(); array.isArray() && rule.exists(); rule = rule.next()) {
      double rate = rule.get("sample_rate").decimal(1);
      if (!rule.isObject() || rate < 0 || rate > 1) {
        return null;
      }
      rules.add(rule);
    }
    return array.isArray() ? new SamplingRules(rules) : null;
  }

  /** The part to keep, from 0 to 1; negative if no rule fits. */
  public double rate(String service, String name, String resource, Tags tags) {
    for (Json rule : rules) {
      if (fits(rule.get("service"), service)
          && fits(rule.get("name"), name)
          && fits(rule.get("resource"), resource)
          && fits(rule.get("tags"), tags)) {
        return rule.get("sample_rate").decimal(1);
      }
    }
    return -1;
  }

  private static boolean fits(Json patterns, Tags tags) {
    Json key = patterns.first();
    while (patterns.isObject() && key.exists()) {
      Object value = tags.get(String.valueOf(key.text()));
      if (value == null || !fits(key.next(), Tags.text(value))) {
        return false;
      }
      key = key.next().next();
    }
    return true;
  }

  private static boolean fits(Json pattern, String text) {
    String glob = pattern.scalar();
    return glob == null || matches(glob, text);
  }

  /** Goes back to the last star only, so that no pattern takes more than length times length. */
  static boolean matches(String glob, String text) {
    int at = 0;
    int star = -1;
    int marked = 0;
    int i = 0;
    while (i < text.length()) {
      if (at < glob.length() && glob.charAt(at) == '*') {
        star = at++;
        marked = i;
      } else if (at < glob.length() && isSame(glob.charAt(at), text.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++marked;
      } else {
        return false;
      }
    }
    while (at < glob.length() && glob.charAt(at) == '*') {
      at++;
    }
    return at == glob.length();
  }

  private static boolean isSame(char pattern, char c) {
    return pattern == '?' || Character.toLowerCase(pattern) == Character.toLowerCase(c);
  }
}
