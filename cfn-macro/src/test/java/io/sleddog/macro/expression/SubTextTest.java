package io.sleddog.macro.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.macro.expression.SubText.Piece;
import org.junit.jupiter.api.Test;

class SubTextTest {
  @Test
  void parse_namesBetweenLiterals_keepsTheOrder() {
    assertThat(SubText.parse("a${B}c${D.E}"))
        .containsExactly(
            new Piece("a", false),
            new Piece("B", true),
            new Piece("c", false),
            new Piece("D.E", true),
            new Piece("", false));
  }

  @Test
  void parse_escapedBraces_areLiteral() {
    assertThat(SubText.parse("${!A}")).contains(new Piece("${A}", false));
  }

  @Test
  void parse_blanksInBraces_areDropped() {
    assertThat(SubText.parse("${ A }")).contains(new Piece("A", true));
  }

  @Test
  void escape_thenParse_isTheTextAgain() {
    assertThat(SubText.parse(SubText.escape("x${A}y")))
        .extracting(Piece::text)
        .containsExactly("x", "${A}", "y");
  }
}
