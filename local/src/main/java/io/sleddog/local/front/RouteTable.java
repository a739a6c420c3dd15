package io.sleddog.local.front;

import io.sleddog.local.model.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the function for a request: by the routes of a template, the one with the fewest places
 * first; else by the function's name as the path's first part; else, if there is but one function,
 * that one.
 */
final class RouteTable {
  private static final String DEFAULT = "$default";

  private final List<Route> routes;
  private final List<String> functions;

  RouteTable(List<Route> routes, List<String> functions) {
    this.routes =
        routes.stream()
            .filter(RouteTable::isWeb)
            .sorted(Comparator.comparingInt(RouteTable::vagueness))
            .toList();
    this.functions = List.copyOf(functions);
  }

  private static boolean isWeb(Route route) {
    return route.source() == Route.Source.HTTP || route.source() == Route.Source.REST;
  }

  private static int vagueness(Route route) {
    if (route.name().equals(DEFAULT)) {
      return Integer.MAX_VALUE;
    }
    int greedy = route.name().contains("+}") ? 1000 : 0;
    int any = route.name().startsWith("ANY ") ? 1 : 0;
    return greedy + any + 10 * (route.name().split("\\{", -1).length - 1);
  }

  Optional<Call> find(String method, String path) {
    for (Route route : routes) {
      Optional<Map<String, String>> parameters = match(route.name(), method, path);
      if (parameters.isPresent()) {
        return Optional.of(call(route, path, parameters.get()));
      }
    }
    return named(path).or(() -> only(path));
  }

  private static Call call(Route route, String path, Map<String, String> parameters) {
    boolean rest = route.source() == Route.Source.REST;
    return new Call(route.destination(), route.name(), path, parameters, rest);
  }

  private Optional<Call> named(String path) {
    String[] parts = path.split("/", 3);
    return parts.length > 1 && functions.contains(parts[1])
        ? Optional.of(
            new Call(parts[1], DEFAULT, parts.length > 2 ? "/" + parts[2] : "/", Map.of(), false))
        : Optional.empty();
  }

  private Optional<Call> only(String path) {
    return functions.size() == 1
        ? Optional.of(new Call(functions.get(0), DEFAULT, path, Map.of(), false))
        : Optional.empty();
  }

  private static Optional<Map<String, String>> match(String key, String method, String path) {
    if (key.equals(DEFAULT)) {
      return Optional.of(Map.of());
    }
    int space = key.indexOf(' ');
    String wanted = key.substring(0, Math.max(0, space));
    boolean fits = wanted.equals("ANY") || wanted.equals(method);
    return fits
        ? places(key.substring(space + 1).split("/", -1), path.split("/", -1))
        : Optional.empty();
  }

  private static Optional<Map<String, String>> places(String[] wanted, String[] given) {
    Map<String, String> places = new LinkedHashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      String part = wanted[i];
      if (part.endsWith("+}") && i < given.length) {
        List<String> rest = List.of(given).subList(i, given.length);
        places.put(part.substring(1, part.length() - 2), decoded(String.join("/", rest)));
        return Optional.of(places);
      } else if (i >= given.length) {
        return Optional.empty();
      } else if (part.startsWith("{")) {
        places.put(part.substring(1, part.length() - 1), decoded(given[i]));
      } else if (!part.equals(given[i])) {
        return Optional.empty();
      }
    }
    return wanted.length == given.length ? Optional.of(places) : Optional.empty();
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return part;
    }
  }
}
