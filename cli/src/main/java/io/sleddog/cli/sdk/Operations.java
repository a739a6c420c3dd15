package io.sleddog.cli.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The operations of a client that the program uses, by name; filled by one thread, then only read.
 *
 * @param <C> the client
 */
final class Operations<C> {
  /**
   * One operation: members of the request in, members of the response out.
   *
   * @param <C> the client
   */
  @FunctionalInterface
  interface Operation<C> {
    JsonNode call(C client, Map<String, ?> input);
  }

  private final Map<String, Operation<C>> byName = new LinkedHashMap<>();

  /** Adds an operation whose request and response need no special treatment. */
  <Q, B extends SdkBuilder<B, Q> & SdkPojo> Operations<C> with(
      String name, Supplier<B> request, BiFunction<C, Q, ? extends SdkPojo> call) {
    return with(
        name,
        (client, input) -> {
          B builder = request.get();
          PojoWriter.write(input, builder);
          return PojoReader.read(call.apply(client, builder.build()));
        });
  }

  /** Adds an operation that is made by hand. */
  Operations<C> with(String name, Operation<C> operation) {
    byName.put(name, operation);
    return this;
  }

  Optional<Operation<C>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
