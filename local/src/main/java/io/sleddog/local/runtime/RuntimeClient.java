package io.sleddog.local.runtime;

import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * AWS's runtime interface client on disk: the program that polls the Runtime API and calls the
 * handler, the same one as in the managed runtimes.
 *
 * @param classPath its jars
 */
public record RuntimeClient(List<Path> classPath) {
  /** Its main class; the one argument is the handler. */
  static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private static final String NATIVE_PROPERTY =
      "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";

  /** Copies the list. */
  public RuntimeClient {
    classPath = List.copyOf(classPath);
  }

  /**
   * Unpacks the client's native library into the given folder and returns the JVM option that names
   * it. Without the option each process writes the library to one fixed file, and two that start at
   * once break each other.
   *
   * @throws UserProblem on any system but Linux, for which alone there is such a library
   */
  String nativeLibraryOption(Path folder) {
    String name = libraryName();
    for (Path jar : classPath) {
      try (FileSystem zip = FileSystems.newFileSystem(jar)) {
        Path library = zip.getPath("/jni", name);
        if (Files.exists(library)) {
          Path target = folder.resolve(name);
          Files.copy(library, target);
          return NATIVE_PROPERTY + target;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new UserProblem(
        "The runtime interface client has no native library " + name + ".",
        "Use Linux on x86-64 or arm64.");
  }

  private static String libraryName() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      throw new UserProblem(
          "AWS's runtime interface client runs on Linux only, and this is "
              + System.getProperty("os.name")
              + ".",
          "Run the command in a Linux container or virtual machine that has a JDK.");
    }
    String cpu = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    boolean musl = Files.exists(Path.of("/lib/ld-musl-" + cpu.replace("h_", "h") + ".so.1"));
    return "libaws-lambda-jni.linux" + (musl ? "_musl-" : "-") + cpu + ".so";
  }
}
