package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.GsonFactory;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The runtime's own serializers, chosen as the runtime chooses them: a custom one of the user's,
 * one for a known event class, Gson for Android clients, else Jackson. One per thread and type.
 *
 * <p>The only class that knows the runtime's serialization package. Making it loads that package,
 * which takes more than a hundred milliseconds: a handler of streams must do without.
 */
final class Serializers {
  private final ClassLoader loader;
  private final @Nullable CustomPojoSerializer custom;

  @SuppressWarnings("ThreadLocalUsage") // there is one object of this class, made with the handler
  private final ThreadLocal<Map<Type, PojoSerializer<Object>>> usual = new ThreadLocal<>();

  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Map<Type, PojoSerializer<Object>>> android = new ThreadLocal<>();

  /** Looks for a serializer of the user's own in {@code loader}; more than one is an error. */
  Serializers(ClassLoader loader) {
    this.loader = loader;
    this.custom = custom(loader);
  }

  private static @Nullable CustomPojoSerializer custom(ClassLoader loader) {
    Iterator<CustomPojoSerializer> found =
        ServiceLoader.load(CustomPojoSerializer.class, loader).iterator();
    if (!found.hasNext()) {
      return null;
    }
    CustomPojoSerializer first = found.next();
    if (found.hasNext()) {
      throw new TooManySerializers();
    }
    return first;
  }

  /** The serializer of a type for the client of this invocation. */
  PojoSerializer<Object> forType(Type type, @Nullable Context context) {
    boolean gson = context != null && isAndroid(context.getClientContext());
    ThreadLocal<Map<Type, PojoSerializer<Object>>> caches = gson ? android : usual;
    Map<Type, PojoSerializer<Object>> cache = caches.get();
    if (cache == null) {
      cache = new HashMap<>(4);
      caches.set(cache);
    }
    PojoSerializer<Object> serializer = cache.get(type);
    if (serializer == null) {
      serializer = make(type, gson);
      cache.put(type, serializer);
    }
    return serializer;
  }

  @SuppressWarnings("unchecked")
  private PojoSerializer<Object> make(Type type, boolean gson) {
    if (custom != null) {
      return new CustomSerializer(custom, type);
    }
    if (type instanceof Class && LambdaEventSerializers.isLambdaSupportedEvent(name(type))) {
      return LambdaEventSerializers.serializerFor((Class<Object>) type, loader);
    }
    return gson
        ? GsonFactory.getInstance().getSerializer(type)
        : JacksonFactory.getInstance().getSerializer(type);
  }

  private static String name(Type type) {
    return ((Class<?>) type).getName();
  }

  private static boolean isAndroid(@Nullable ClientContext client) {
    Map<String, String> environment = client == null ? null : client.getEnvironment();
    return environment != null && "Android".equalsIgnoreCase(environment.get("platform"));
  }
}
