package io.sleddog.junit;

import io.sleddog.local.events.CallerContext;
import io.sleddog.local.events.TriggerSample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/** Reads the events that {@link SledEvents} names. */
final class SledEventArguments implements ArgumentsProvider, AnnotationConsumer<SledEvents> {
  private static final String ALL = "*";

  private final List<SledEvent> events = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  @Override
  public void accept(SledEvents wanted) {
    for (String sample : wanted.samples()) {
      List<TriggerSample> triggers =
          sample.equals(ALL) ? TriggerSample.all() : List.of(SledEvent.trigger(sample));
      triggers.forEach(trigger -> add(trigger, wanted.callers()));
    }
    files.addAll(List.of(wanted.files()));
  }

  private void add(TriggerSample trigger, boolean callers) {
    for (CallerContext context : trigger.contexts()) {
      if (callers || context == CallerContext.NONE) {
        events.add(SledEvent.of(trigger, context));
      }
    }
  }

  @Override
  @SuppressWarnings("deprecation") // what replaces it needs JUnit 5.13
  public Stream<Arguments> provideArguments(ExtensionContext context) {
    Stream<SledEvent> read =
        files.stream().map(file -> SledEvent.resource(context.getRequiredTestClass(), file));
    return Stream.concat(events.stream(), read).map(Arguments::of);
  }
}
