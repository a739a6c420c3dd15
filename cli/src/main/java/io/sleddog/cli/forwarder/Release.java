package io.sleddog.cli.forwarder;

import io.sleddog.cli.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A forwarder that was released: {@code forwarder.zip}, {@code forwarder.yaml} and {@code
 * SHA256SUMS} side by side, in a folder of this machine or of a web server.
 */
final class Release {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final String SUMS = "SHA256SUMS";
  private static final Pattern SAFE =
      Pattern.compile("https://.+|http://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d+)?(?:/.*)?");

  private final String place;
  private final Path folder;

  /**
   * A release.
   *
   * @param place its folder: an https address or a path
   * @param folder what a relative path starts from
   */
  Release(String place, Path folder) {
    this.place = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
    this.folder = folder;
  }

  /**
   * A file of it, which is there until the program ends.
   *
   * @throws Problem if it is not there, or is not what its sum says
   */
  Path file(String name) {
    byte[] content = read(name);
    String sums = new String(read(SUMS), StandardCharsets.UTF_8);
    String sum = sha256(content);
    boolean isTrue =
        sums.lines()
            .map(it -> it.strip().split("\\s+\\*?", 2))
            .anyMatch(it -> it.length == 2 && it[1].equals(name) && it[0].equalsIgnoreCase(sum));
    if (!isTrue) {
      throw Problem.failed(
          "release-sum",
          name + " of " + place + " is not what " + SUMS + " says",
          "Fetch the release again, from where it was made");
    }
    return kept(name, content);
  }

  private static Path kept(String name, byte[] content) {
    try {
      Path folder = Files.createTempDirectory("sleddog-release");
      Path kept = folder.resolve(name);
      folder.toFile().deleteOnExit();
      kept.toFile().deleteOnExit();
      return Files.write(kept, content);
    } catch (IOException e) {
      throw Problem.failed(
              "release-unkept", "The release cannot be kept on this machine", "Make room on it")
          .because(e);
    }
  }

  private byte[] read(String name) {
    try {
      if (!place.matches("\\w+://.*")) {
        return Files.readAllBytes(folder.resolve(place).resolve(name));
      }
      if (!SAFE.matcher(place).matches()) {
        throw Problem.usage(
            "release-place", place + " is no safe place", "Give an https address, or a folder");
      }
      return fetch(URI.create(place + "/" + name));
    } catch (IllegalArgumentException | IOException e) {
      throw missing(name).because(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw missing(name).because(e);
    }
  }

  private byte[] fetch(URI address) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()
            .send(
                HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != OK) {
      throw new IOException("status " + answer.statusCode());
    }
    return answer.body();
  }

  private Problem missing(String name) {
    return Problem.failed(
        "release-missing",
        "There is no " + name + " in " + place,
        "Give the folder of a release: it has forwarder.zip, forwarder.yaml and " + SUMS);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
