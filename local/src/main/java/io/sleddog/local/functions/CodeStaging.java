package io.sleddog.local.functions;

import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Lays out a function's code as AWS does. One difference cannot be helped: the runtime interface
 * client looks for layers in {@code /opt/java/lib} only, which is not ours to write; the layers'
 * jars go into the task's {@code lib} instead, under names that sort last, which gives the same
 * class path in the same order.
 */
public final class CodeStaging implements AutoCloseable {
  private static final String SORTS_LAST = "~";

  private final Path scratch;

  private CodeStaging(Path scratch) {
    this.scratch = scratch;
  }

  /** Staging below a new temporary folder, which {@link #close} deletes. */
  public static CodeStaging open() {
    try {
      return new CodeStaging(Files.createTempDirectory("sleddog-local-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The temporary folder, for what else belongs to this run. */
  public Path scratch() {
    return scratch;
  }

  /**
   * Unpacks code and layers into a folder of their own.
   *
   * @throws UserProblem if the code or a layer is missing, or is no zip, jar or folder
   */
  public StagedFunction stage(FunctionSpec spec) {
    try {
      Path home = Files.createTempDirectory(scratch, spec.name() + "-");
      Path taskRoot = Files.createDirectory(home.resolve("task"));
      Path opt = Files.createDirectory(home.resolve("opt"));
      unpack(taskOf(spec.code()), taskRoot, "The function's code");
      copyImageLayers(spec.code(), opt);
      for (Path layer : spec.layers()) {
        unpack(layer, opt, "The layer");
      }
      addLayerJars(opt, taskRoot.resolve("lib"));
      makeExecutable(opt);
      return new StagedFunction(spec, taskRoot, opt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where the code lies: in a folder that holds a container image's files, as {@code docker export}
   * gives them, it is {@code var/task}.
   */
  public static Path taskOf(Path code) {
    Path task = code.resolve("var/task");
    return Files.isDirectory(task) ? task : code;
  }

  private static void copyImageLayers(Path code, Path opt) throws IOException {
    Path layers = code.resolve("opt");
    if (!taskOf(code).equals(code) && Files.isDirectory(layers)) {
      Folders.copy(layers, opt);
    }
  }

  private static void unpack(Path from, Path to, String what) throws IOException {
    String name = from.toString().toLowerCase(Locale.ROOT);
    if (Files.isDirectory(from)) {
      Folders.copy(from, to);
    } else if (!Files.exists(from)) {
      throw new UserProblem(
          what + " is not there: " + from.toAbsolutePath(), "Build it first, or correct the path.");
    } else if (name.endsWith(".jar") || name.endsWith(".zip")) {
      Unzip.into(from, to);
    } else {
      throw new UserProblem(
          what + " must be a .jar, a .zip or a folder: " + from, "Give one of these.");
    }
  }

  private static void addLayerJars(Path opt, Path lib) throws IOException {
    List<Path> jars = Folders.files(opt.resolve("java/lib"), ".jar");
    if (!jars.isEmpty()) {
      Files.createDirectories(lib);
    }
    for (Path jar : jars) {
      Files.copy(jar, lib.resolve(SORTS_LAST + jar.getFileName()));
    }
  }

  /** Scripts at the root of a layer are programs; a zip's own modes are not read here. */
  private static void makeExecutable(Path opt) throws IOException {
    for (Path file : Folders.files(opt, "")) {
      if (Files.isRegularFile(file) && !file.toFile().setExecutable(true)) {
        throw new IOException("Cannot make " + file + " executable");
      }
    }
  }

  /** Deletes all that was staged. */
  @Override
  public void close() {
    Folders.delete(scratch);
  }
}
