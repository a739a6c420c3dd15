package com.example.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParcelServiceTest {
  private final List<String> lines = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  private final LambdaLogger logger =
      new LambdaLogger() {
        @Override
        public void log(String message) {
          lines.add(message.strip());
        }

        @Override
        public void log(byte[] message) {
          log(new String(message, StandardCharsets.UTF_8));
        }
      };

  /** Only its logger is asked for. */
  private final Context context =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (self, method, arguments) -> logger);

  @Test
  void counter_aParcel_isToldInEveryWay() {
    Map<String, Object> answer =
        new Counter(new ListedCarriers(told))
            .handleRequest(Map.of("pathParameters", Map.of("id", "p-7")), context);

    assertThat(told).containsExactly("send p-7", "publish p-7", "announce p-7", "call p-7");
    assertThat(answer).containsEntry("statusCode", 201).containsEntry("body", "done");
  }

  @Test
  void sorter_eachWay_isTold() {
    Sorter sorter = new Sorter();
    sorter.handleRequest(Map.of("Records", List.of(Map.of("body", "p"))), context);
    sorter.handleRequest(Map.of("Records", List.of(Map.of("Sns", Map.of()))), context);
    sorter.handleRequest(Map.of("detail-type", "ParcelAccepted"), context);
    sorter.handleRequest(Map.of("requestContext", Map.of()), context);
    sorter.handleRequest(Map.of("detail", Map.of()), context);

    assertThat(lines)
        .extracting(line -> line.replace("Sorted a parcel that came by ", ""))
        .containsExactly("queue", "topic", "bus", "web", "call");
  }

  @Test
  void courier_anAnswer_isWhatTheSorterSaid() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, "sorted"));
    server.start();
    try {
      URI sorter = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/Sorter");

      assertThat(new Courier(sorter).handleRequest(Map.of(), context)).isEqualTo("sorted");
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    exchange.sendResponseHeaders(200, text.length());
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private record ListedCarriers(List<String> told) implements Carriers {
    @Override
    public void send(String parcel) {
      told.add("send " + parcel);
    }

    @Override
    public void publish(String parcel) {
      told.add("publish " + parcel);
    }

    @Override
    public void announce(String parcel) {
      told.add("announce " + parcel);
    }

    @Override
    public String call(String parcel) {
      told.add("call " + parcel);
      return "done";
    }
  }
}
