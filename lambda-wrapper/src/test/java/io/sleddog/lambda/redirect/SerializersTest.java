package io.sleddog.lambda.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import io.sleddog.lambda.functions.Methods;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which serializer reads an event and writes a result. */
class SerializersTest {
  private static final String SERVICE =
      "META-INF/services/com.amazonaws.services.lambda.runtime.CustomPojoSerializer";

  private final Path folder;

  SerializersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void serializer_ofTheUsersOwn_readsAndWritesAll() throws IOException {
    assertThat(call(loader(Shouting.class), "\"quiet\"")).isEqualTo("WROTE READ String");
  }

  @Test
  void serializers_moreThanOne_areAFaultAsUnderTheRuntime() throws IOException {
    ClassLoader loader = loader(Shouting.class, Whispering.class);
    assertThatThrownBy(() -> call(loader, "\"x\"")).isInstanceOf(UserFault.class);
  }

  @Test
  void forType_sameThreadAndType_isTheSameObject() {
    Serializers serializers = new Serializers(getClass().getClassLoader());
    assertThat(serializers.forType(String.class, null))
        .isSameAs(serializers.forType(String.class, new NoContext()))
        .isNotSameAs(serializers.forType(Integer.class, null));
  }

  @Test
  void forType_otherThread_isAnotherObject() throws InterruptedException {
    Serializers serializers = new Serializers(getClass().getClassLoader());
    Object[] others = new Object[1];
    Thread thread = new Thread(() -> others[0] = serializers.forType(String.class, null));
    thread.start();
    thread.join();
    assertThat(others[0]).isNotNull().isNotSameAs(serializers.forType(String.class, null));
  }

  private ClassLoader loader(Class<?>... serializers) throws IOException {
    StringBuilder names = new StringBuilder();
    for (Class<?> one : serializers) {
      names.append(one.getName()).append('\n');
    }
    Path file = Files.writeString(folder.resolve("services"), names);
    return new ClassLoader(getClass().getClassLoader()) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(SERVICE)
            ? Collections.enumeration(Collections.singleton(file.toUri().toURL()))
            : super.getResources(name);
      }
    };
  }

  private static String call(ClassLoader loader, String event) throws IOException {
    UserHandler handler =
        UserHandler.load(
            Methods.class.getName() + "::text", "io.sleddog.lambda.LayerHandler", loader);
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)), response, new NoContext());
    return response.toString(UTF_8);
  }

  /** Reads anything as what it was asked for, and tells what it writes. */
  public static class Shouting implements CustomPojoSerializer {
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As the interface has it.
    public <T> T fromJson(InputStream input, Type type) {
      return (T) ("READ " + ((Class<?>) type).getSimpleName());
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T fromJson(String input, Type type) {
      return (T) ("READ " + ((Class<?>) type).getSimpleName());
    }

    @Override
    public <T> void toJson(T value, OutputStream output, Type type) {
      try {
        output.write(("WROTE " + value).getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** One too many. */
  public static final class Whispering extends Shouting {}
}
