package io.sleddog.forwarder.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlStatementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT * FROM users WHERE id = 42 | SELECT * FROM users WHERE id = ?",
        "select a,b from t where c='x' and d>-1.5e-3 | select a, b from t where c = ? and d > ?",
        "SELECT 'it''s' | SELECT ?",
        "SELECT 'it\\'s' | SELECT ?",
        "SELECT '\\' , 'b' FROM t | SELECT ? FROM t",
        "SELECT a - 1, b-1 FROM t | SELECT a - ?, b - ? FROM t",
        "WHERE id=-5 | WHERE id = ?",
        "WHERE id IN (1, 2, 3) | WHERE id IN ( ? )",
        "WHERE id IN (1) | WHERE id IN ( ? )",
        "INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y'), (?, ?) | INSERT INTO t ( a, b ) VALUES ( ? )",
        "LIMIT 0, 30 | LIMIT ?",
        "SELECT count(*) FROM t1 | SELECT count ( * ) FROM t1",
        "SELECT t1.*, u.x2 FROM t1 | SELECT t1.*, u.x2 FROM t1",
        "SELECT \"t\".\"f\" FROM \"t\" | SELECT t.f FROM t",
        "SELECT `a`.`b` FROM `a` | SELECT a.b FROM a",
        "SELECT [order lines].[x] FROM [order lines] | SELECT order lines.x FROM order lines",
        "WHERE name = \"Fred\" | WHERE name = ?",
        "SELECT a AS b, c as \"d\" FROM t AS u | SELECT a, c FROM t",
        "CREATE TABLE t AS SELECT 1 | CREATE TABLE t AS SELECT ?",
        "SELECT 1 -- secret | SELECT ?",
        "SELECT 1 /* secret 'x */ FROM t | SELECT ? FROM t",
        "SELECT 1 # secret | SELECT ?",
        "SELECT a FROM t; | SELECT a FROM t",
        "UPDATE t SET a = NULL, b = true | UPDATE t SET a = ?, b = ?",
        "WHERE a = $1 AND b = :name AND c = @p | WHERE a = ? AND b = :name AND c = @p",
        "WHERE a = %s AND b = %(name)s | WHERE a = ? AND b = ?",
        "SELECT $$text$$, $tag$it's$tag$ | SELECT ?",
        "SELECT N'x', X'ff', 0xFF, 1.5, .5 | SELECT ?",
        "SELECT a::int, b->>'k', c&&d | SELECT a :: int, b ->> ?, c && d",
        "a<=1 AND b<>2 AND c!=3 | a <= ? AND b <> ? AND c != ?",
        "SELECT ARRAY[1,2] | SELECT ARRAY [ ? ]",
        "SAVEPOINT \"x\" | SAVEPOINT ?",
        "SELECT größe FROM t WHERE ü = 'ä' | SELECT größe FROM t WHERE ü = ?",
        "SELECT 'open | Non-parsable SQL query",
        "SELECT /* open | Non-parsable SQL query",
        "SELECT $$open | Non-parsable SQL query",
        "-- only | Non-parsable SQL query"
      })
  void obfuscated_statement_hasNoLiterals(String statement, String expected) {
    assertThat(SqlStatement.obfuscated(statement)).isEqualTo(expected);
  }

  @Test
  void obfuscated_severalLines_areOne() {
    assertThat(SqlStatement.obfuscated("SELECT a -- x\n\tFROM t\r\nWHERE b=1"))
        .isEqualTo("SELECT a FROM t WHERE b = ?");
  }

  @Test
  void obfuscated_longList_takesLinearTime() {
    String list = "(1,'x'),".repeat(200_000);

    assertThat(SqlStatement.obfuscated("VALUES " + list + "(1,2)")).isEqualTo("VALUES ( ? )");
  }

  @Test
  void obfuscated_anyCut_neverFails() {
    String statement = "SELECT \"a\".[b c], $t$x$t$, %(n)s, -1e-5 /* c */ FROM t -- x\n# y\n;'";
    for (int i = 0; i <= statement.length(); i++) {
      assertThat(SqlStatement.obfuscated(statement.substring(0, i))).isNotEmpty();
      assertThat(SqlStatement.obfuscated(statement.substring(i))).isNotEmpty();
    }
  }
}
