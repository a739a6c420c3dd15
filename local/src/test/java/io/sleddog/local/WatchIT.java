package io.sleddog.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Target;
import io.sleddog.local.testing.PageClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A function whose classes are compiled again while it runs. */
@Timeout(120)
class WatchIT {
  private static final String SOURCE =
      """
      package com.acme;
      import com.amazonaws.services.lambda.runtime.*;
      import java.io.*;
      public class Greeter implements RequestStreamHandler {
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
          out.write("\\"%s\\"".getBytes("UTF-8"));
        }
      }
      """;

  private final Path folder;
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

  WatchIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void watch_classesCompiledAgain_answerTheNextEvent() throws Exception {
    compile("one");
    Target target =
        new Target(
            FunctionSpec.of("greeter", "com.acme.Greeter", folder.resolve("classes")),
            true,
            List.of(new NamedEvent("empty", Payload.of("{}"))));
    LocalOptions options = new LocalOptions(folder.resolve("cache"), List.of(target), null);
    try (Live live = new Local(options).live(LiveOptions.page(0).withReloads(news::add))) {
      PageClient page = new PageClient(live.link());
      assertThat(answer(page, 0)).isEqualTo("\"one\"");

      compile("two");

      assertThat(news.poll(60, TimeUnit.SECONDS))
          .isEqualTo("Loaded greeter anew, since its code has changed.");
      invoke(page);
      assertThat(answer(page, 1)).isEqualTo("\"two\"");

      Files.delete(folder.resolve("classes/com/acme/Greeter.class"));

      assertThat(news.poll(60, TimeUnit.SECONDS))
          .startsWith("The changed code of greeter is not loaded: ");
      invoke(page);
      assertThat(answer(page, 2)).isEqualTo("\"two\"");
    }
  }

  private static void invoke(PageClient page) throws Exception {
    page.post("invoke", Json.object().put("function", "greeter").put("event", "{}"));
  }

  private static String answer(PageClient page, int index) throws Exception {
    JsonNode rows = page.awaitArrived(index + 1);
    String id = rows.path(index).path(0).asText();
    return page.get("invocations/" + id + "/payload").at("/response/text").asText();
  }

  /** In one step, as a build tool that moves what it has made. */
  private void compile(String word) throws IOException {
    Path source = Files.createDirectories(folder.resolve("src")).resolve("Greeter.java");
    Files.writeString(source, SOURCE.formatted(word));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                Files.createDirectories(folder.resolve("classes")).toString(),
                source.toString());
    assertThat(status).isZero();
  }
}
