package io.sleddog.forwarder.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.config.DualShipping.Extra;
import io.sleddog.forwarder.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@link DualShipping} from variables that hold JSON. */
final class DualShippingReader {
  private static final String LOGS = "DD_LOGS_CONFIG_ADDITIONAL_ENDPOINTS";
  private static final int HTTPS_PORT = 443;

  private DualShippingReader() {}

  static DualShipping read(Environment environment) {
    return new DualShipping(
        logs(environment),
        keysByUrl(environment, "DD_ADDITIONAL_ENDPOINTS", IntakeAddresses.METRICS_PATH),
        keysByUrl(environment, "DD_APM_ADDITIONAL_ENDPOINTS", IntakeAddresses.TRACES_PATH));
  }

  /** Reads {@code {"https://app.datadoghq.eu": ["key", …], …}}. */
  private static List<Extra> keysByUrl(Environment environment, String variable, String path) {
    List<Extra> extras = new ArrayList<>();
    if (!environment.has(variable)) {
      return extras;
    }
    read(
        environment,
        variable,
        parser -> {
          expect(parser.nextToken() == JsonToken.START_OBJECT);
          for (String url; (url = parser.nextFieldName()) != null; ) {
            expect(url.startsWith("https://") || url.startsWith("http://"));
            expect(Environment.isAddress(url));
            expect(parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              expect(parser.currentToken() == JsonToken.VALUE_STRING);
              String base = url.replace("://app.", "://api.");
              extras.add(new Extra(base + path, key(parser.getText()), true));
            }
          }
        });
    return extras;
  }

  /** Reads {@code [{"api_key": "key", "Host": "host", "Port": 443, "is_reliable": true}, …]}. */
  private static List<Extra> logs(Environment environment) {
    List<Extra> extras = new ArrayList<>();
    if (!environment.has(LOGS)) {
      return extras;
    }
    read(
        environment,
        LOGS,
        parser -> {
          expect(parser.nextToken() == JsonToken.START_ARRAY);
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken() == JsonToken.START_OBJECT);
            extras.add(log(parser));
          }
        });
    return extras;
  }

  private static Extra log(JsonParser parser) throws IOException {
    String host = "";
    String key = "";
    int port = HTTPS_PORT;
    boolean reliable = true;
    boolean ssl = true;
    for (String name; (name = parser.nextFieldName()) != null; ) {
      parser.nextToken();
      switch (name.toLowerCase(Locale.ROOT)) {
        case "host" -> host = parser.getText();
        case "api_key" -> key = parser.getText();
        case "port" -> port = parser.getValueAsInt(HTTPS_PORT);
        case "is_reliable" -> reliable = parser.getValueAsBoolean(true);
        case "use_ssl" -> ssl = parser.getValueAsBoolean(true);
        default -> parser.skipChildren();
      }
    }
    expect(!host.isEmpty() && !key.isEmpty());
    String address = (ssl ? "https://" : "http://") + host + ":" + port;
    expect(Environment.isAddress(address));
    return new Extra(address + IntakeAddresses.LOGS_PATH, key(key), reliable);
  }

  private static Secret key(String text) {
    Secret key = new Secret(text.strip());
    expect(key.fitsIntoAHeader());
    return key;
  }

  /** Reads the JSON of a variable. */
  private static void read(Environment environment, String variable, Reading reading) {
    try (JsonParser parser = Json.parser(environment.text(variable, ""))) {
      reading.read(parser);
    } catch (JacksonException | IllegalArgumentException e) {
      environment.problem(variable, "is not JSON of the form that Datadog's agent takes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void expect(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }

  /** What is done with the JSON of one variable. */
  private interface Reading {
    void read(JsonParser parser) throws IOException;
  }
}
