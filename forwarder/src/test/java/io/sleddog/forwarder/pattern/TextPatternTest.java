package io.sleddog.forwarder.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns mean what they mean in Python, whichever engine takes them. */
class TextPatternTest {

  /** Pattern, a text in which {@code ~} is a line break, and whether it is found in it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "ERROR$ ERROR true",
        "ERROR$ ERROR~ true",
        "ERROR$ ERROR~~ false",
        "ERROR$ ERROR~more false",
        "(?m)ERROR$ ERROR~more true",
        "ERROR\\Z ERROR~ false",
        "ERROR\\Z ERROR true",
        "^b a~b false",
        "a.b a~b false",
        "(?s)a.b a~b true",
        "(?i)error xERRORx true",
        "error xERRORx false",
        "\\bfoo\\b a-foo-b true",
        "^\\w+$ José true",
        "^[\\w.]+$ José.x true",
        "^\\W$ é false",
        "\\d\\d:\\d\\d ٠١:٢٣ true",
        "^\\D$ ٣ false",
        "a\\sb a\u00a0b true",
        "a[\\s]b a\u2003b true",
        "^a\\Sb$ a\u00a0b false",
        "\\u00e9 é true",
        "\\U0001f600 \uD83D\uDE00 true",
        "\\x41 A true",
        "a\\vb a\u000bb true",
        "[[] x[y true",
        "[]x] ] true",
        "[^]x] ] false",
        "[a&&b] & true",
        "^[a&&b]$ b true",
        "a{,2}b b true",
        "^a{,2}b$ aaab false",
        "(?P<n>a)b ab true",
        "\\$5 x$5 true",
        "[$] a$ true"
      })
  void isIn_pattern_meansWhatItMeansInPython(String pattern, String text, boolean found)
      throws TooSlowException {
    TextPattern read = TextPattern.of(pattern);

    assertThat(read).isInstanceOf(LinearPattern.class);
    assertThat(read.isIn(text.replace('~', '\n'))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "ERROR(?!_OK) ERROR_OK false",
        "ERROR(?!_OK) ERROR true",
        "(?<=user=)\\w+ user=é true",
        "(?<!a)b ab false",
        "(.)\\1 abba true",
        "(?P<my_x>.)(?P=my_x) abba true",
        "(?P<my_x>.)(?P=my_x) abab false",
        "(?=x)x$ x~ true",
        "(?=a)a.b a~b false",
        "(?=a)[a[]b ab true",
        "(?=a)a\\Z a~ false",
        "(?=\\u00e9)é é true",
        "a++b aab true"
      })
  void isIn_patternThatRe2DoesNotTake_meansTheSame(String pattern, String text, boolean found)
      throws TooSlowException {
    TextPattern read = TextPattern.of(pattern);

    assertThat(read).isInstanceOf(BoundedPattern.class);
    assertThat(read.isIn(text.replace('~', '\n'))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "\\d{4}, 2022 a, true",
    "\\d{4}, a 2022, false",
    "(?=2)\\d{4}, 2022 a, true",
    "(?=2)\\d{4}, a 2022, false"
  })
  void begins_text_looksAtTheStartOnly(String pattern, String text, boolean begins)
      throws TooSlowException {
    assertThat(TextPattern.of(pattern).begins(text)).isEqualTo(begins);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "secret=\\w+ | a secret=José b | *** | a *** b",
        "secret=.*$ | a secret=1~ | *** | a ***~",
        "(?<=secret=)\\w+ | secret=é | *** | secret=***",
        "(a)(?P<n>b) | ab | \\g<n>\\1 | ba",
        "(a)(?P<my_n>b)(?=c) | abc | \\g<my_n>\\g<1> | bac",
        "(a)b | ab | \\1$1\\2x | a$1\\2x",
        "a | a | $0 \\d \\\\ | $0 \\d \\",
        "a | aa | \\n | ~~",
        "x | abc | y | abc"
      })
  void replaceIn_text_isAsInPython(String pattern, String text, String template, String result)
      throws TooSlowException {
    TextPattern read = TextPattern.of(pattern);
    Replacement replacement = new Replacement(template);

    if (!replacement.fits(read)) {
      assertThat(template).contains("\\2");
      return;
    }
    assertThat(read.replaceIn(text.replace('~', '\n'), replacement))
        .isEqualTo(result.replace('~', '\n'));
  }

  @ParameterizedTest
  @CsvSource({
    "(a)(?P<n>b), \\1\\2\\g<n>, true",
    "(a)(?P<n>b), \\3, false",
    "(a)(?P<n>b), \\g<m>, false",
    "(a)(?P<n>b), \\g<7>, false",
    "(a)(?P<n_1>b)(?=c), \\g<n_1>\\2, true",
    "(a)(?P<n_1>b)(?=c), \\g<n_2>, false",
    "(a)(?=c), \\2, false",
    "a, $1 text, true"
  })
  void fits_replacement_namesGroupsOfThePattern(String pattern, String template, boolean fits) {
    assertThat(new Replacement(template).fits(TextPattern.of(pattern))).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "*", "a{2,1}", "(?P<n", "(?P<n>a", "\\", "(?=", "(?z)a"})
  void of_noPattern_saysWhatIsWrong(String pattern) {
    assertThatThrownBy(() -> TextPattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=a)(a+)+$", "(?=a)(a|aa)+b", "(.*)*\\1x", "(?!b)(?:a|a)*b"})
  void isIn_patternThatCouldExplode_isStopped(String pattern) {
    String text = "a".repeat(5_000) + "!";

    assertThatThrownBy(() -> TextPattern.of(pattern).isIn(text))
        .isInstanceOf(TooSlowException.class);
  }

  @Test
  void isIn_patternThatExplodesForEachText_isStoppedSoonerAndSooner() {
    TextPattern pattern = TextPattern.of("(?=a)(a|aa)+b");
    String text = "a".repeat(10_000) + "!";

    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 3_000; i++) {
            assertThatThrownBy(() -> pattern.isIn(text)).isInstanceOf(TooSlowException.class);
          }
        });
  }

  @Test
  void isIn_textsAfterOnesThatTookTooLong_areReadToTheirEndAgain() throws TooSlowException {
    TextPattern pattern = TextPattern.of("(?=[ab])(a|aa)*b$");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> pattern.isIn("a".repeat(5_000) + "!"))
          .isInstanceOf(TooSlowException.class);
    }

    assertThat(pattern.isIn("x".repeat(900_000) + "aab")).isTrue();
  }

  @Test
  void isIn_longTextWithASimplePattern_isReadToItsEnd() throws TooSlowException {
    assertThat(TextPattern.of("(?<=x)END").isIn("a".repeat(900_000) + "xEND")).isTrue();
  }
}
