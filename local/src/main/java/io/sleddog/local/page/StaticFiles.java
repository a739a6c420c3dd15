package io.sleddog.local.page;

import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.model.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** The files of the page, read and packed once. */
final class StaticFiles {
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "app.js", "text/javascript; charset=utf-8",
          "app.css", "text/css; charset=utf-8",
          "theme.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private final Map<String, PageFile> files = new TreeMap<>();

  private record PageFile(String type, Payload raw, Payload packed, String tag) {}

  StaticFiles() {
    TYPES.forEach((name, type) -> files.put(name, load(name, type)));
  }

  private static PageFile load(String name, String type) {
    try (InputStream in = StaticFiles.class.getResourceAsStream("site/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the page's file " + name);
      }
      byte[] raw = in.readAllBytes();
      return new PageFile(type, Payload.of(raw), Payload.of(gzip(raw)), tag(raw));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] raw) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(raw);
    }
    return packed.toByteArray();
  }

  private static String tag(byte[] raw) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(raw);
      return '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Answers with the file that the path names; the root is the page itself. */
  void answer(HttpExchange exchange, String path) throws IOException {
    PageFile file = files.get(path.equals("/") ? "index.html" : path.substring(1));
    if (file == null) {
      throw new Refusal(404, "Nothing is here", "The page is at /");
    }
    exchange.getResponseHeaders().set("Content-Type", file.type());
    exchange.getResponseHeaders().set("ETag", file.tag());
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
    Map<String, String> headers = Exchanges.headers(exchange);
    if (file.tag().equals(headers.get("if-none-match"))) {
      Exchanges.answer(exchange, 304, new byte[0]);
    } else if (headers.getOrDefault("accept-encoding", "").contains("gzip")) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      Exchanges.answer(exchange, 200, file.packed().bytes());
    } else {
      Exchanges.answer(exchange, 200, file.raw().bytes());
    }
  }
}
