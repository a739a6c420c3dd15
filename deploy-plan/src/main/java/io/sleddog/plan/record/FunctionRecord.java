package io.sleddog.plan.record;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a function had before it was instrumented for the first time.
 *
 * <p>Its text has the form of a URL's query: a name alone for what was not there, {@code
 * name=value} for what was. Names are {@code v.} and a variable, {@code t.} and an AWS tag, {@code
 * l.} and the layer that was put, {@code x} for X-Ray's mode:
 *
 * <pre>{@code v.DD_SERVICE&v.DD_TAGS=team%3Aa&t.service&l.sleddog&x=PassThrough}</pre>
 */
public final class FunctionRecord {
  private static final String VARIABLE = "v.";
  private static final String TAG = "t.";
  private static final String LAYER = "l.";
  private static final String TRACING = "x";

  /** Values by name; an empty one was not there. */
  private final Map<String, Optional<String>> entries;

  private final boolean isReadable;

  private FunctionRecord(Map<String, Optional<String>> entries, boolean isReadable) {
    this.entries = Collections.unmodifiableMap(entries);
    this.isReadable = isReadable;
  }

  /** The record that a function keeps; an empty one if it keeps none. */
  public static FunctionRecord of(FunctionDescription function) {
    Map<String, Optional<String>> none = new LinkedHashMap<>();
    Optional<Text> text = function.environment().get(Settings.RECORD);
    if (text.isEmpty()) {
      return new FunctionRecord(none, true);
    }
    try {
      return new FunctionRecord(parse(text.get().known().orElse("%")), true);
    } catch (IllegalArgumentException notOurText) {
      return new FunctionRecord(none, false);
    }
  }

  private static Map<String, Optional<String>> parse(String text) {
    Map<String, Optional<String>> entries = new LinkedHashMap<>();
    for (String entry : text.split("&", 0)) {
      int equals = entry.indexOf('=');
      String name = decode(equals < 0 ? entry : entry.substring(0, equals));
      entries.put(
          name, equals < 0 ? Optional.empty() : Optional.of(decode(entry.substring(equals + 1))));
    }
    return entries;
  }

  /** False if the function keeps something that is not the text of a record. */
  public boolean isReadable() {
    return isReadable;
  }

  /** Whether nothing is recorded. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether the variable's present value is not the user's own. */
  public boolean hasVariable(String name) {
    return entries.containsKey(VARIABLE + name);
  }

  /** Whether the tag's present value is not the user's own. */
  public boolean hasTag(String key) {
    return entries.containsKey(TAG + key);
  }

  /** What the recorded variables were before; empty for those that were not there. */
  public Map<String, Optional<String>> variables() {
    return below(VARIABLE);
  }

  /** What the recorded tags were before; empty for those that were not there. */
  public Map<String, Optional<String>> tags() {
    return below(TAG);
  }

  /** The versions that were there before, by the name of the layer; empty if none was. */
  public Map<String, Optional<String>> layers() {
    return below(LAYER);
  }

  /** X-Ray's mode before, if it was changed. */
  public Optional<String> tracing() {
    return entries.getOrDefault(TRACING, Optional.empty());
  }

  /** The text that the function keeps. */
  public String text() {
    return entries.entrySet().stream()
        .map(it -> encode(it.getKey()) + it.getValue().map(value -> "=" + encode(value)).orElse(""))
        .collect(Collectors.joining("&"));
  }

  /**
   * This record with what a step changes; what is recorded already stays.
   *
   * @throws IllegalArgumentException if what was there before is not known
   */
  FunctionRecord with(Change change) {
    Map<String, Optional<String>> more = new LinkedHashMap<>(entries);
    if (change instanceof Change.Variable it) {
      more.putIfAbsent(VARIABLE + it.name(), Optional.ofNullable(it.before()).map(this::known));
    } else if (change instanceof Change.Tag it) {
      more.putIfAbsent(TAG + it.key(), Optional.ofNullable(it.before()).map(this::known));
    } else if (change instanceof Change.LayerList it) {
      added(it.before(), it.after())
          .flatMap(Layers::nameOf)
          .ifPresent(
              name ->
                  more.putIfAbsent(LAYER + name, added(it.after(), it.before()).map(this::known)));
    } else if (change instanceof Change.Tracing it) {
      more.putIfAbsent(TRACING, Optional.of(known(it.before())));
    }
    return new FunctionRecord(more, isReadable);
  }

  private String known(Text text) {
    return text.known()
        .orElseThrow(() -> new IllegalArgumentException(text + " is known to the deployment only"));
  }

  private static Optional<Text> added(List<Text> before, List<Text> after) {
    return after.stream().filter(it -> !before.contains(it)).findFirst();
  }

  private Map<String, Optional<String>> below(String prefix) {
    Map<String, Optional<String>> below = new LinkedHashMap<>();
    entries.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            below.put(name.substring(prefix.length()), value);
          }
        });
    return below;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
