package io.sleddog.cli;

import io.sleddog.local.functions.Templates;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.live.Ride;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.LogFormat;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Route;
import io.sleddog.local.model.Target;
import io.sleddog.local.model.UserProblem;
import io.sleddog.local.recording.SessionFile;
import io.sleddog.local.recording.UnreadableSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that describe a user's own function. */
final class FunctionFlags {
  /** What Lambda takes in a call that waits for the answer. */
  private static final int MOST_EVENT_BYTES = 6 << 20;

  @Option(
      names = "--code",
      paramLabel = "PATH",
      description =
          "A jar, a zip or a folder with the function's classes; or a SAM template or the "
              + "folder cdk.out, which say handlers, variables and layers themselves.")
  private @Nullable Path code;

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "Of the functions of a template, this one.")
  private @Nullable String function;

  @Option(
      names = "--handler",
      paramLabel = "HANDLER",
      description = "The handler as AWS takes it: pkg.Class or pkg.Class::method.")
  private @Nullable String handler;

  @Option(
      names = "--event",
      paramLabel = "FILE",
      description = "A JSON file to invoke the function with; may be repeated.")
  private List<Path> events = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "A variable of the function's environment; may be repeated.")
  private Map<String, String> environment = new LinkedHashMap<>();

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "512",
      description = "The function's memory; ${DEFAULT-VALUE} by default.")
  private int memoryMb;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "The function's timeout; ${DEFAULT-VALUE} by default.")
  private int timeoutSeconds;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "The function's log format, text or json; text by default.")
  private LogFormat logFormat = LogFormat.TEXT;

  @Option(names = "--no-layer", description = "Run the function without Sleddog's layer.")
  private boolean noLayer;

  @Option(
      names = "--route",
      paramLabel = "SOURCE:NAME=FUNCTION",
      description =
          "Where messages go that functions send: queue:orders=Worker, topic:news=Mailer, "
              + "bus:default=Audit; may be repeated. A template says its own.")
  private Map<String, String> routes = new LinkedHashMap<>();

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "Send the events of a recorded session to the functions of the same names.")
  private @Nullable Path replay;

  /** The recorded events by function; none if nothing is replayed. */
  Map<String, List<NamedEvent>> replayed() {
    Map<String, List<NamedEvent>> events = new LinkedHashMap<>();
    if (replay != null) {
      try (InputStream in = Files.newInputStream(replay)) {
        SessionFile.read(in, ride -> add(events, ride));
      } catch (UnreadableSession e) {
        throw new UserProblem(
            "The session " + replay + " is not read, at " + e.getMessage() + ".",
            "Give a file that --record wrote or the page saved.",
            e);
      } catch (IOException e) {
        throw new UserProblem(
            "The session " + replay + " cannot be read.", "Give the path of a session file.", e);
      }
    }
    return events;
  }

  private static void add(Map<String, List<NamedEvent>> events, Ride ride) {
    if (!ride.direct() && !ride.logged()) {
      List<NamedEvent> own =
          events.computeIfAbsent(ride.function().name(), name -> new ArrayList<>());
      // A ride of which more has arrived later is in the file again.
      if (own.stream().noneMatch(event -> event.name().equals(ride.id()))) {
        own.add(new NamedEvent(ride.id(), ride.execution().invocation().event()));
      }
    }
  }

  /** The ways of messages between the functions, those of the template and those given. */
  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    if (code != null && handler == null && Templates.isTemplate(code)) {
      all.addAll(Templates.routes(code));
    }
    routes.forEach((from, to) -> all.add(route(from, to)));
    return all;
  }

  private static Route route(String from, String to) {
    int colon = from.indexOf(':');
    String source = from.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT);
    for (Route.Source known : Route.Source.values()) {
      if (known.name().equals(source)) {
        return Route.of(known, from.substring(colon + 1), to);
      }
    }
    throw new UserProblem(
        "--route " + from + "=" + to + " names no source.",
        "Begin it with queue:, topic:, bus: or http:, as in --route queue:orders=Worker");
  }

  /** The functions that the options name; none if they name none. */
  List<Target> targets() {
    if (code == null && handler == null) {
      return List.of();
    }
    if (code != null && handler == null && Templates.isTemplate(code)) {
      return chosen(Templates.functions(code));
    }
    if (code == null || handler == null) {
      throw new UserProblem(
          (code == null ? "--handler" : "--code") + " stands alone.",
          "Give both: --code my.jar --handler com.acme.Orders");
    }
    FunctionSpec spec =
        FunctionSpec.of(name(code), handler, code)
            .withLimits(memoryMb, Duration.ofSeconds(timeoutSeconds));
    return List.of(target(spec));
  }

  /** Functions that were found elsewhere, with the variables and events given here. */
  List<Target> targets(List<FunctionSpec> found) {
    if (found.size() > 1 && !events.isEmpty()) {
      throw new UserProblem(
          "It is not said which function the event is for.", "Take one function at a time.");
    }
    return found.stream()
        .map(spec -> new Target(spec.withEnvironment(environment), !noLayer, namedEvents()))
        .toList();
  }

  private List<Target> chosen(List<FunctionSpec> described) {
    List<FunctionSpec> wanted =
        described.stream()
            .filter(spec -> function == null || spec.name().equals(function))
            .toList();
    String names = described.stream().map(FunctionSpec::name).collect(Collectors.joining(", "));
    if (wanted.isEmpty()) {
      throw new UserProblem(
          "There is no function " + function + " in " + code + ".", "Choose one of: " + names);
    } else if (wanted.size() > 1 && !events.isEmpty()) {
      throw new UserProblem(
          "It is not said which function the event is for.",
          "Add --function with one of: " + names);
    }
    return wanted.stream().map(this::target).toList();
  }

  private Target target(FunctionSpec spec) {
    FunctionSpec complete = spec.withEnvironment(environment).withLogFormat(logFormat);
    return new Target(complete, !noLayer, namedEvents());
  }

  private List<NamedEvent> namedEvents() {
    List<NamedEvent> named = new ArrayList<>();
    events.forEach(file -> named.add(read(file)));
    return named.isEmpty() ? List.of(new NamedEvent("empty", Payload.of("{}"))) : named;
  }

  private static NamedEvent read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      requireSize(file, bytes.length);
      Json.parse(bytes);
      return new NamedEvent(String.valueOf(file.getFileName()), Payload.of(bytes));
    } catch (MalformedJson e) {
      throw new UserProblem(
          "The event " + file + " is not JSON: " + e.getMessage(), "Correct the file.", e);
    } catch (IOException e) {
      throw new UserProblem(
          "The event " + file + " cannot be read.", "Give the path of a JSON file.", e);
    }
  }

  private static void requireSize(Path file, int bytes) {
    if (bytes > MOST_EVENT_BYTES) {
      throw new UserProblem(
          "The event " + file + " has " + bytes + " bytes.",
          "Lambda takes at most " + MOST_EVENT_BYTES + ": give a smaller one.");
    }
  }

  /** The file's name without its ending, as far as AWS allows its characters. */
  private static String name(Path code) {
    String file = String.valueOf(code.toAbsolutePath().normalize().getFileName());
    String name = file.replaceFirst("\\.(jar|zip)$", "").replaceAll("[^A-Za-z0-9_-]", "-");
    return name.isEmpty() ? "function" : name;
  }
}
