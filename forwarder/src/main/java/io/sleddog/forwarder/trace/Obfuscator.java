package io.sleddog.forwarder.trace;

import io.sleddog.forwarder.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Takes what may be personal out of spans, by their type: the values in statements, the arguments
 * of commands, the queries of addresses.
 */
final class Obfuscator {
  private static final String SQL_QUERY = "sql.query";

  private Obfuscator() {}

  static List<Span> obfuscate(List<Span> trace) {
    List<Span> plain = new ArrayList<>(trace.size());
    for (Span span : trace) {
      plain.add(obfuscate(span));
    }
    return plain;
  }

  private static Span obfuscate(Span span) {
    return switch (span.type()) {
      case "sql", "cassandra" -> sql(span);
      case "redis", "valkey" -> redis(span);
      case "memcached" -> with(span, "memcached.command", Obfuscator::firstLine);
      case "web", "http" -> with(span, "http.url", HttpAddress::obfuscated);
      case "mongodb" -> with(span, "mongodb.query", JsonValuesMask::masked);
      case "elasticsearch" -> with(span, "elasticsearch.body", JsonValuesMask::masked);
      case "opensearch" -> with(span, "opensearch.body", JsonValuesMask::masked);
      default -> span;
    };
  }

  private static Span sql(Span span) {
    Span masked = with(span, "db.statement", SqlStatement::obfuscated);
    masked = with(masked, "db.query.text", SqlStatement::obfuscated);
    if (span.resource().isEmpty()) {
      return masked;
    }
    String statement = SqlStatement.obfuscated(span.resource());
    Map<String, String> meta = new LinkedHashMap<>(masked.meta());
    meta.putIfAbsent(SQL_QUERY, statement);
    return masked
        .withNames(span.service(), span.name(), statement)
        .withAttributes(meta, span.metrics());
  }

  private static Span redis(Span span) {
    Span masked =
        with(
            with(span, "redis.raw_command", RedisCommands::masked),
            "db.statement",
            RedisCommands::masked);
    String names = RedisCommands.names(span.resource());
    return masked.withNames(span.service(), span.name(), names);
  }

  private static Span with(Span span, String key, UnaryOperator<String> change) {
    String value = span.meta().getOrDefault(key, "");
    if (value.isEmpty()) {
      return span;
    }
    Map<String, String> meta = new LinkedHashMap<>(span.meta());
    meta.put(key, change.apply(value));
    return span.withAttributes(meta, span.metrics());
  }

  /** The command; what follows its line is the value that is stored. */
  private static String firstLine(String command) {
    int end = command.indexOf("\r\n");
    return end < 0 ? command : command.substring(0, end);
  }
}
