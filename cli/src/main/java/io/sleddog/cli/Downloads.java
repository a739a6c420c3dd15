package io.sleddog.cli;

import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Downloads zips to a folder. Their addresses carry a signature and are never shown. */
final class Downloads {
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Path folder;

  Downloads(Path folder) {
    this.folder = folder;
  }

  /**
   * A zip at an address.
   *
   * @param name of the file, without its ending
   * @throws UserProblem if it cannot be had
   */
  Path zip(String name, String address) {
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      throw failed(name, "AWS gave no address to download it from", null);
    }
    try {
      Path file = Files.createDirectories(folder).resolve(name + ".zip");
      HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST).build();
      HttpResponse<Path> answer = client.send(request, HttpResponse.BodyHandlers.ofFile(file));
      if (answer.statusCode() != 200) {
        throw failed(name, "the answer was " + answer.statusCode(), null);
      }
      return file;
    } catch (IOException | IllegalArgumentException e) {
      throw failed(name, e.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(name, "it was interrupted", e);
    }
  }

  private static UserProblem failed(
      String name, String why, @org.jspecify.annotations.Nullable Exception cause) {
    return new UserProblem(
        "The code of " + name + " cannot be downloaded: " + why + ".",
        "Look at proxies and at the rights to lambda:GetFunction, or give the code by --code.",
        cause);
  }
}
