package io.sleddog.junit;

import io.sleddog.local.events.CallerContext;
import io.sleddog.local.events.TriggerSample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * An event to invoke a handler with.
 *
 * @param name what a report of tests calls it
 * @param json the event
 */
public record SledEvent(String name, String json) {
  private static final long CALLERS_ID = 0x5_1edd_0600L;

  /**
   * The sample event of a trigger, as of now.
   *
   * @param trigger {@code http-api}, {@code sqs}, {@code s3} and so on
   * @throws IllegalArgumentException if there is none of that name; its message lists all
   */
  public static SledEvent sample(String trigger) {
    return of(trigger(trigger), CallerContext.NONE);
  }

  /**
   * The sample event of a trigger, as of now, sent by a caller who has a trace.
   *
   * @param caller how the caller tells of its trace
   * @throws IllegalArgumentException if there is no such trigger, or it has no room for a trace
   */
  public static SledEvent sample(String trigger, CallerContext caller) {
    TriggerSample sample = trigger(trigger);
    if (!sample.contexts().contains(caller)) {
      throw new IllegalArgumentException("The event of " + trigger + " has no room for a trace");
    }
    return of(sample, caller);
  }

  /**
   * A resource of the class path.
   *
   * @param near the class that it lies beside, unless its name begins with a slash
   * @throws IllegalArgumentException if there is none of that name
   */
  public static SledEvent resource(Class<?> near, String name) {
    try (InputStream in = near.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "There is no resource " + name + " near " + near.getName());
      }
      return new SledEvent(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SledEvent of(TriggerSample trigger, CallerContext caller) {
    String name = trigger.id() + (caller == CallerContext.NONE ? "" : " from " + caller.word());
    return new SledEvent(
        name, trigger.event(caller, () -> CALLERS_ID, System.currentTimeMillis()).text());
  }

  static TriggerSample trigger(String id) {
    return TriggerSample.all().stream()
        .filter(sample -> sample.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(id)));
  }

  private static String unknown(String id) {
    return "There is no sample event "
        + id
        + ". There are "
        + TriggerSample.all().stream().map(TriggerSample::id).collect(Collectors.joining(", "));
  }

  /** Its name, for reports. */
  @Override
  public String toString() {
    return name;
  }
}
