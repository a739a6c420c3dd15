package io.sleddog.cli;

import io.sleddog.local.Live;
import io.sleddog.local.LiveOptions;
import io.sleddog.local.front.Shape;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code sleddog local} offers while it runs on, besides the page. */
final class ServingFlags {
  @Option(
      names = "--http",
      paramLabel = "PORT",
      description =
          "Take HTTP requests for the functions on this port, as an API Gateway HTTP API: by the "
              + "template's routes, else by the function's name as the path's first part.")
  private @Nullable Integer http;

  @Option(
      names = "--http-as-url",
      description = "With --http: as the functions' URLs instead of an API.")
  private boolean asUrl;

  @Option(names = "--watch", description = "Load a function anew when its code changes.")
  private boolean watch;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Write the session to a file, a line for each invocation; the page opens it, and "
              + "--replay sends its events again.")
  private @Nullable Path record;

  /** Where to write the session; null for nowhere. */
  @Nullable Path record() {
    return record;
  }

  LiveOptions added(LiveOptions page, PrintStream news) {
    LiveOptions kept = record == null ? page : page.withRecord(record);
    LiveOptions options = watch ? kept.withReloads(news::println) : kept;
    Shape shape = asUrl ? Shape.FUNCTION_URL : Shape.HTTP_API;
    return http == null ? options : options.withHttp(new LiveOptions.HttpOptions(http, shape));
  }

  static void announce(Live live, PrintStream out) {
    live.front().ifPresent(address -> out.println("The functions answer at " + address));
  }
}
