package io.sleddog.cli.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * The operations of a service by their names in AWS's API. The SDK names its methods and requests
 * after them, so they are found there; the few that do not fit are given.
 */
final class Operations<C> {
  private final Class<C> client;
  private final Map<String, Operation<C>> special = new LinkedHashMap<>();

  /** Calls one operation. */
  @FunctionalInterface
  interface Operation<C> {
    /** Calls with the members of the request, and gives those of the answer. */
    JsonNode call(C client, Map<String, ?> input);
  }

  /**
   * The operations of a client.
   *
   * @param client its interface, such as {@code LambdaClient}
   */
  Operations(Class<C> client) {
    this.client = client;
  }

  /** The same operations, with another way for one of them. */
  Operations<C> with(String name, Operation<C> operation) {
    special.put(name, operation);
    return this;
  }

  /**
   * Calls an operation.
   *
   * @throws IllegalArgumentException if the service has no operation of that name
   */
  JsonNode call(C target, String name, Map<String, ?> input) {
    Operation<C> found = special.get(name);
    return found == null ? plain(target, name, input) : found.call(target, input);
  }

  private JsonNode plain(C target, String name, Map<String, ?> input) {
    Method method = method(name);
    try {
      Object builder = method.getParameterTypes()[0].getMethod("builder").invoke(null);
      PojoWriter.write(input, (SdkPojo) builder);
      return PojoReader.read((SdkPojo) method.invoke(target, ((Buildable) builder).build()));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The SDK has no usual " + name, e);
    }
  }

  /** Whether the service has an operation of that name. */
  boolean has(String name) {
    return special.containsKey(name) || find(name).isPresent();
  }

  private Method method(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no such operation: " + name));
  }

  private Optional<Method> find(String name) {
    String wanted = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return Arrays.stream(client.getMethods())
        .filter(it -> it.getName().equals(wanted) && it.getParameterCount() == 1)
        .filter(it -> it.getParameterTypes()[0].getSimpleName().equals(name + "Request"))
        .findFirst();
  }
}
