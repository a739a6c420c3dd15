package io.sleddog.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void harmless_controlCharacters_cannotSteerTheTerminal() {
    assertThat(Screen.harmless("a\u001b[2Jb\nc\td\u009be\r")).isEqualTo("a?[2Jb c d?e?");
    assertThat(Screen.harmless("Größe \uD83D\uDC15")).isEqualTo("Größe \uD83D\uDC15");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTO,true,true",
    "AUTO,false,false",
    "ALWAYS,false,true",
    "NEVER,true,false",
  })
  void style_ofEachMode_isColouredAsAsked(ColorMode mode, boolean isTerminal, boolean isColoured) {
    assertThat(screen(mode, isTerminal, "").style().isColoured()).isEqualTo(isColoured);
  }

  @Test
  void paint_coloured_wrapsTextThatHasATone() {
    Style style = new Style(true);

    assertThat(style.paint(Tone.BAD, "x")).isEqualTo("\u001b[31mx\u001b[0m");
    assertThat(style.paint(Tone.PLAIN, "x")).isEqualTo("x");
    assertThat(style.paint(Tone.BAD, "")).isEmpty();
    assertThat(new Style(false).paint(Tone.BAD, "x")).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource({"y,true", "YES,true", "' yes ',true", "n,false", "'',false", "yess,false"})
  void confirm_eachAnswer_isYesOnlyForYes(String answer, boolean isYes) {
    Screen screen = screen(ColorMode.NEVER, true, answer + "\n");

    assertThat(screen.confirm("Sure?")).isEqualTo(isYes);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("Sure? [y/N] ");
    assertThat(out.size()).isZero();
  }

  @Test
  void confirm_endOfInput_isNo() {
    assertThat(screen(ColorMode.NEVER, true, "").confirm("Sure?")).isFalse();
  }

  @Test
  void progress_onATerminal_redrawsOneLineAndClearsIt() {
    try (Progress progress = new Progress(screen(ColorMode.NEVER, true, ""), "reading", 2)) {
      progress.step();
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\u001b[Kreading 0/2\r\u001b[Kreading 1/2\r\u001b[K");
  }

  @Test
  void progress_withoutATerminal_isSilent() {
    try (Progress progress = new Progress(screen(ColorMode.ALWAYS, false, ""), "reading", 2)) {
      progress.step();
    }
    assertThat(err.size()).isZero();
    assertThat(out.size()).isZero();
  }

  @Test
  void table_rows_haveTheirColumnsBelowEachOther() {
    Table table = new Table("NAME", "STATE");
    table.row(Cell.of("a-long-name"), Cell.of(""));
    table.row(Cell.of("b\u0007"), new Cell("ok", Tone.GOOD));

    assertThat(table.lines(new Style(false)))
        .containsExactly("NAME         STATE", "a-long-name", "b?           ok");
    assertThat(table.lines(new Style(true)).get(2)).endsWith("\u001b[32mok\u001b[0m");
  }

  /** One character less than it needs, and it is a block a row. */
  @Test
  void table_widerThanTheTerminal_isABlockForEachRow() {
    Table table = new Table("NAME", "STATE", "OWNER");
    table.row(Cell.of("orders"), new Cell("ok", Tone.GOOD), Cell.of("-"));
    table.row(Cell.of(""), Cell.of("fine"), Cell.of("me"));

    assertThat(table.lines(new Style(false, () -> 20))).hasSize(3);
    assertThat(table.lines(new Style(false, () -> 19)))
        .containsExactly("orders", "  STATE  ok", "  STATE  fine", "  OWNER  me");
    assertThat(table.lines(new Style(true, () -> 19)).get(1))
        .isEqualTo("  \u001b[2mSTATE\u001b[0m  \u001b[32mok\u001b[0m");
  }

  private Screen screen(ColorMode mode, boolean isTerminal, String typed) {
    return new Screen(
        new Streams(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new BufferedReader(new StringReader(typed)),
            isTerminal,
            () -> Integer.MAX_VALUE),
        mode);
  }
}
