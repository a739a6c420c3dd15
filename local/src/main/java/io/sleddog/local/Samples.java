package io.sleddog.local;

import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Mishap;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The sample functions, each with the events that its jar brings along. */
final class Samples {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Samples() {}

  static List<Target> all(Parts parts) {
    return List.of(
        sample(
            parts, "order-service", "com.example.orders.OrderService", "place-order", "find-order"),
        sample(parts, "queue-worker", "com.example.warehouse.QueueWorker", "two-orders"),
        coffeeHouse(parts));
  }

  /** The one that knows ways of its own to fail. */
  private static Target coffeeHouse(Parts parts) {
    Target target = sample(parts, "coffee-house", "com.example.coffee.CoffeeHouse", "latte");
    FunctionSpec spec = target.function();
    List<NamedEvent> beyondIt = events(spec.code(), "decaf", "cold-brew", "ocean");
    Map<Mishap, Payload> mishaps =
        Map.of(
            Mishap.THROW, beyondIt.get(0).payload(),
            Mishap.TIMEOUT, beyondIt.get(1).payload(),
            Mishap.MEMORY, beyondIt.get(2).payload());
    return new Target(spec.withLimits(spec.memoryMb(), PATIENCE), true, target.events(), mishaps);
  }

  private static Target sample(Parts parts, String name, String handler, String... events) {
    Path jar = parts.sample(name);
    return new Target(FunctionSpec.of(name, handler, jar), true, events(jar, events));
  }

  private static List<NamedEvent> events(Path jar, String... names) {
    List<NamedEvent> events = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (String name : names) {
        Payload payload = Payload.of(read(zip, "events/" + name + ".json"));
        events.add(new NamedEvent(name, payload, true));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  private static byte[] read(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(zip.getName() + " has no " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
