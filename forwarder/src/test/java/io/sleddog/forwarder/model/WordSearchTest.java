package io.sleddog.forwarder.model;

import static org.assertj.core.api.Assertions.assertThat;

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
}
