package io.sleddog.forwarder.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSearchTest {

  @ParameterizedTest
  @CsvSource({
    "REPORT, true",
    "xREPORTx, true",
    "a REPOREPORT, true",
    "REPOR, false",
    "REPOR T, false",
    "'', false",
    "é日本 REPORT 😀, true",
    "TREPORREPOTR, false"
  })
  void isIn_text_hasTheWordOrNot(String text, boolean there) {
    WordSearch search = new WordSearch("REPORT");

    assertThat(search.isIn(Slice.of(text))).isEqualTo(there);
    assertThat(search.isIn(Slice.of("RE" + text).from(2))).isEqualTo(there);
    assertThat(
            search.isIn(new Slice(Slice.of(text + "REPORT").array(), 0, Slice.of(text).length())))
        .isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({
    "the function timed out, true",
    "a MemoryError, true",
    "REPORT, true",
    "EPORT timer tim ed, false",
    "memo reports, false",
    "ttimeds, true",
    "eemory, true",
    "emor, false",
    "REPOR, false"
  })
  void isIn_severalWords_isWhetherOneIsThere(String text, boolean there) {
    WordSearch search = new WordSearch("REPORT", "timed", "emory");
    Slice within = Slice.of("tREPORTimed emory" + text).from("tREPORTimed emory".length());

    assertThat(search.isIn(Slice.of(text))).isEqualTo(there);
    assertThat(search.isIn(within)).isEqualTo(there);
  }

  @Test
  void isIn_textEndsWithinALongerWord_doesNotLookBehindIt() {
    WordSearch search = new WordSearch("REPORT", "emory");
    byte[] bytes = Slice.of("a REPORT").array();

    assertThat(search.isIn(new Slice(bytes, 0, bytes.length - 1))).isFalse();
  }
}
