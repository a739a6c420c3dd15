package io.sleddog.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Asks the page's server as the page does. */
public final class PageClient {
  private static final int ARRIVAL = 13;

  private final URI api;
  private final String token;
  private final HttpClient client = HttpClient.newHttpClient();

  /** For the server behind the link that the terminal shows. */
  public PageClient(String link) {
    this.api = URI.create(link.replaceAll("#.*", "") + "api/");
    this.token = link.replaceAll(".*token=", "");
  }

  /** Reads. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(api.resolve(path)));
  }

  /** Writes. */
  public JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return post(path, Json.write(body));
  }

  /** Writes a text as it is. */
  public JsonNode post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(api.resolve(path))
            .header("X-Sleddog-Token", token)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return Json.parse(answer.body());
  }

  /** The rows, once there are so many and the forwarder is done with all of them. */
  public JsonNode awaitArrived(int count) throws IOException, InterruptedException {
    return await(rows -> isDone(rows, count));
  }

  /** The rows, once they are as wanted. */
  public JsonNode await(Predicate<JsonNode> wanted) throws IOException, InterruptedException {
    JsonNode head = get("invocations");
    URI stream = api.resolve("stream?after=" + head.path("after").asText());
    try (Stream<String> lines =
        client
            .send(HttpRequest.newBuilder(stream).build(), HttpResponse.BodyHandlers.ofLines())
            .body()) {
      Iterator<String> news = lines.iterator();
      JsonNode rows = head.path("rows");
      while (!wanted.test(rows)) {
        if (news.next().startsWith("data:")) {
          rows = get("invocations").path("rows");
        }
      }
      return rows;
    }
  }

  private static boolean isDone(JsonNode rows, int count) {
    boolean done = rows.size() >= count;
    for (JsonNode row : rows) {
      done &= row.path(ARRIVAL).asText().equals("all");
    }
    return done;
  }
}
