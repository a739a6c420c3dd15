package io.sleddog.local.functions;

import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files that travel inside this program: the runtime interface client, the layer, the forwarder
 * and the samples. Each is unpacked when first asked for, into a cache folder whose name holds the
 * hash of its content, so that programs of several versions can share the cache.
 */
public final class BundledParts {
  private static final String ROOT = "/bundled/";

  private final Path cache;

  /** Parts unpacked below the given folder, which is made when needed. */
  public BundledParts(Path cache) {
    this.cache = cache.toAbsolutePath();
  }

  /**
   * One bundled file.
   *
   * @param name its path among the parts, as {@code layer/sleddog-layer.zip}
   * @throws UserProblem if this build carries no such part
   */
  public Path file(String name) {
    try (InputStream in = BundledParts.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw missing(name);
      }
      return unpack(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files of one bundled folder, sorted by name. */
  public List<Path> folder(String name) {
    return names(name).stream().map(file -> file(name + "/" + file)).toList();
  }

  private List<String> names(String folder) {
    URL url = BundledParts.class.getResource(ROOT + folder);
    if (url == null) {
      throw missing(folder);
    }
    try {
      URI uri = url.toURI();
      if (uri.getScheme().equals("file")) {
        return list(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return list(jar.getPath(ROOT + folder));
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("Cannot list the bundled parts at " + url, e);
    }
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path unpack(String name, byte[] content) throws IOException {
    String file = name.substring(name.lastIndexOf('/') + 1);
    Path target = cache.resolve(sha256(content)).resolve(file);
    if (!Files.exists(target)) {
      Files.createDirectories(target.getParent());
      Path fresh = Files.createTempFile(target.getParent(), file, ".part");
      Files.write(fresh, content);
      Files.move(fresh, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
    return target;
  }

  private static String sha256(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static UserProblem missing(String name) {
    return new UserProblem(
        "This build of Sleddog carries no " + name + ".",
        "Build all of it: ./mvnw -q package -DskipTests -pl cli -am");
  }
}
