package io.sleddog.forwarder.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.model.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObfuscatorTest {

  @ParameterizedTest
  @CsvSource({"sql", "cassandra"})
  void obfuscate_sql_resourceAndQueryHaveNoLiterals(String type) {
    Span span = obfuscate(type, "SELECT 1", Map.of("db.statement", "SELECT 'x'"));

    assertThat(span.resource()).isEqualTo("SELECT ?");
    assertThat(span.meta())
        .containsEntry("sql.query", "SELECT ?")
        .containsEntry("db.statement", "SELECT ?");
  }

  @Test
  void obfuscate_sqlQueryOfTheUser_stays() {
    assertThat(obfuscate("sql", "SELECT 1", Map.of("sql.query", "mine")).meta())
        .containsExactly(Map.entry("sql.query", "mine"));
    assertThat(obfuscate("sql", "", Map.of()).meta()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'GET k', GET",
    "'set k v', SET",
    "'SET k v\nGET k', SET GET",
    "'GET a\n\n GET b \nGET c\nGET d', GET GET GET ...",
    "'config set x y', CONFIG SET",
    "'CONFIG', CONFIG",
    "'GET k\nGE...', GET ...",
    "'', ''"
  })
  void obfuscate_redis_resourceHasNamesOnly(String commands, String names) {
    assertThat(obfuscate("redis", commands, Map.of()).resource()).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "AUTH user secret,AUTH ?",
        "GET key,GET key",
        "SET key value,SET key ?",
        "set key \"a long value\" EX 5,set key ? EX 5",
        "SETEX key 60 v,SETEX key 60 ?",
        "LINSERT k BEFORE p v,LINSERT k BEFORE p ?",
        "SADD k a b c,SADD k ?",
        "GEOADD k 1 2 m1 3 4 m2,GEOADD k 1 2 ? 3 4 ?",
        "HMSET k f v g w,HMSET k f ? g ?",
        "HSET k f v g w,HSET k f ? g ?",
        "MSET k v l w,MSET k ? l ?",
        "CONFIG SET p v,CONFIG SET p ?",
        "CONFIG GET p,CONFIG GET p",
        "BITFIELD k SET i8 0 5 GET u4 0,BITFIELD k SET i8 0 ? GET u4 0",
        "ZADD k NX 1 m 2 n,ZADD k NX 1 ? 2 ?",
        "ZADD k 1 m,ZADD k 1 ?",
        "SET key 'open,SET key ?",
        "~SET k v\nGET k\n~,~SET k ?\nGET k~",
        "SET,SET"
      })
  void obfuscate_redis_rawCommandHasNoValues(String command, String masked) {
    assertThat(obfuscate("redis", "", Map.of("redis.raw_command", command)).meta())
        .containsEntry("redis.raw_command", masked);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/a/b, https://h/a/b",
    "https://h:8080/users/42/x?q=1&r=2#top, https://h:8080/users/?/x?#top",
    "http://h?q=1, http://h?",
    "http://h1/, http://h1/",
    "/orders/a1b/%20x?y, /orders/?/%20x?",
    "/a/%31, /a/?",
    "https://user:secret@h/a, https://h/a",
    "https://h/a@b, https://h/a@b",
    "//h/1, //h/?",
    "http://h/%zz, ?",
    "http://h/%4, ?",
    "'http://h/\tx', ?",
    "http://h/a?b=%zz, http://h/a?",
    "text, text"
  })
  void obfuscate_http_urlHasNeitherQueryNorDigits(String url, String masked) {
    assertThat(obfuscate("http", "r", Map.of("http.url", url)).meta())
        .containsEntry("http.url", masked);
    assertThat(obfuscate("web", "r", Map.of("http.url", url)).meta())
        .containsEntry("http.url", masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":1,\"b\":[\"x\",{\"c\":null}],\"d\":{}} | {\"a\":\"?\",\"b\":[\"?\",{\"c\":\"?\"}],\"d\":{}}",
        "{\"index\":\"a\"} {\"q\":1} | {\"index\":\"?\"} {\"q\":\"?\"}",
        "{\"a\":\"cut | {\"a\":\"?\"...",
        "secret | ..."
      })
  void obfuscate_documents_haveNoValues(String json, String masked) {
    assertThat(obfuscate("elasticsearch", "r", Map.of("elasticsearch.body", json)).meta())
        .containsEntry("elasticsearch.body", masked);
    assertThat(obfuscate("opensearch", "r", Map.of("opensearch.body", json)).meta())
        .containsEntry("opensearch.body", masked);
    assertThat(obfuscate("mongodb", "r", Map.of("mongodb.query", json)).meta())
        .containsEntry("mongodb.query", masked);
  }

  @Test
  void obfuscate_memcached_commandEndsAtItsLine() {
    assertThat(obfuscate("memcached", "r", Map.of("memcached.command", "set k 0\r\nv")).meta())
        .containsEntry("memcached.command", "set k 0");
  }

  @Test
  void obfuscate_otherTypes_stayAsTheyAre() {
    Map<String, String> meta = Map.of("http.url", "http://h/1", "redis.raw_command", "SET a b");
    for (String type : List.of("", "serverless", "sql ", "SQL")) {
      assertThat(obfuscate(type, "SELECT 1", meta).resource()).isEqualTo("SELECT 1");
      assertThat(obfuscate(type, "SELECT 1", meta).meta()).isEqualTo(meta);
    }
  }

  private static Span obfuscate(String type, String resource, Map<String, String> meta) {
    Span.Ids ids = new Span.Ids(0, 1, 2, 0);
    Span span = new Span(ids, "s", "n", resource, type, 1, 1, 0, meta, Map.of());
    return Obfuscator.obfuscate(List.of(span)).get(0);
  }
}
