package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shell and terminal say of the room there is. */
class TerminalWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'24 80\n',80",
    "24 132,132",
    "0 0,2147483647",
    "24 5,2147483647",
    "'',2147483647",
    "stty: not a tty,2147483647",
  })
  void size_isUnderstoodOrWithoutEnd(String size, int columns) {
    assertThat(TerminalWidth.parse(size)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({"80,80", "200,200"})
  void columnsOfTheShell_win(String said, int columns) {
    assertThat(new TerminalWidth(Map.of("COLUMNS", said)).columns()).isEqualTo(columns);
  }
}
