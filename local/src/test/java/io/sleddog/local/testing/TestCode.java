package io.sleddog.local.testing;

import io.sleddog.local.model.FunctionSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lays test handlers out as a function's code. */
public final class TestCode {
  private TestCode() {}

  /** A function whose code is the handler's class alone. */
  public static FunctionSpec function(Path folder, Class<?> handler) {
    return FunctionSpec.of("test-function", handler.getName(), folder(folder, handler));
  }

  /** A folder with the given classes. */
  public static Path folder(Path folder, Class<?>... classes) {
    Path code = folder.resolve("code");
    for (Class<?> type : classes) {
      copy(code, type);
    }
    return code;
  }

  private static void copy(Path code, Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = TestCode.class.getClassLoader().getResourceAsStream(name)) {
      Path target = code.resolve(name);
      Files.createDirectories(target.getParent());
      Files.write(target, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
