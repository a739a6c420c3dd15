package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** An AWS service on loopback that answers in turn with the statuses it was given, then 200. */
final class AwsStub implements AutoCloseable {
  private final HttpServer server;
  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();

  AwsStub(Integer... statuses) throws IOException {
    this.statuses.addAll(List.of(statuses));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.createContext("/", this::answer);
    server.start();
  }

  /** A client of the stub. */
  <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(B builder) {
    return builder
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
        .build();
  }

  /** An asynchronous client of the stub. */
  <C, B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>> C asyncClient(B builder) {
    return builder
        .httpClient(NettyNioAsyncHttpClient.create())
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
        .build();
  }

  /** The body of the last request. */
  String body() {
    return bodies.get(bodies.size() - 1);
  }

  /** A header of the last request, or nothing. */
  String header(String name) {
    List<String> values = headers.get(headers.size() - 1).get(name);
    return values == null ? "" : values.get(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    headers.add(exchange.getRequestHeaders());
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    byte[] body = answer(exchange.getRequestHeaders().getFirst("Content-Type"));
    exchange.getResponseHeaders().set("x-amzn-RequestId", "request-7");
    exchange.sendResponseHeaders(statuses.isEmpty() ? 200 : statuses.remove(0), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** What the protocol of the request takes for an answer with nothing in it. */
  private byte[] answer(String type) {
    if (type != null && type.contains("cbor")) {
      return new byte[] {(byte) 0xa0};
    }
    return (body().startsWith("Action=") ? "<R><PublishResult/></R>" : "{\"startDate\":0}")
        .getBytes(UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
