package io.sleddog.opentelemetry;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Datadog's class of work of a span. */
final class Types {
  private static final Set<String> SQL =
      Set.of(
          "mysql",
          "postgresql",
          "mssql",
          "microsoft.sql_server",
          "oracle",
          "oracle.db",
          "db2",
          "ibm.db2",
          "mariadb",
          "sqlite",
          "h2",
          "h2database",
          "redshift",
          "aws.redshift",
          "cockroachdb",
          "clickhouse");

  private static final Set<String> OWN_TYPE =
      Set.of("cassandra", "redis", "memcached", "mongodb", "elasticsearch", "opensearch");

  private Types() {}

  static String of(Words words) {
    String own = words.first("span.type");
    if (own != null) {
      return own;
    }
    if (words.isServer()) {
      return "web";
    }
    return words.isClient() ? client(words.database()) : "custom";
  }

  private static String client(@Nullable String database) {
    if (database == null) {
      return "http";
    }
    if (SQL.contains(database)) {
      return "sql";
    }
    return OWN_TYPE.contains(database) ? database : "db";
  }
}
