package io.sleddog.forwarder.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacementsTest {

  @ParameterizedTest
  @CsvSource({
    "xxxx, xxxx",
    "'', ''",
    "[\\1], [a]",
    "\\g<2>-\\g<n>, b-b",
    "$1, $1",
    "a\\b, a\\b",
    "\\g<open, \\g<open"
  })
  void fromPython_template_replacesAsInPython(String template, String result) {
    Pattern pattern = Pattern.compile("(a)(?P<n>b)");

    String replaced = pattern.matcher("ab").replaceAll(Replacements.fromPython(template));

    assertThat(replaced).isEqualTo(result);
  }
}
