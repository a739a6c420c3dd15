package io.sleddog.forwarder.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of values that make no sense, for every variable there is. */
class OddSettingsTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final Path TABLE = Path.of("src/test/resources/settings/odd.txt");

  record Odd(String name, String value, String outcome, String words) {
    static Odd parse(String line) {
      String[] columns = (line + " ").split(" \\| ?", 4);
      String value = columns[1].replace("<empty>", "").replace("<newline>", "\n");
      return new Odd(columns[0].strip(), value, columns[2].strip(), columns[3].strip());
    }

    Map<String, String> environment() {
      Map<String, String> environment = new HashMap<>(Map.of("DD_API_KEY", KEY));
      if (name.equals("DD_SCRUBBING_RULE_REPLACEMENT")) {
        environment.put("DD_SCRUBBING_RULE", "(one group)");
      }
      environment.put(name, value);
      return environment;
    }

    /** How the name is written in messages: there is one for both cases of a proxy's name. */
    String said() {
      return name.endsWith("_proxy") ? name.toUpperCase(java.util.Locale.ROOT) : name;
    }
  }

  static Stream<Odd> odd() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> !line.startsWith("#")).map(Odd::parse);
  }

  @ParameterizedTest
  @MethodSource("odd")
  void from_oddValue_isSaidByName(Odd odd) {
    Throwable problem = catchThrowable(() -> ForwarderConfig.from(odd.environment()));

    if (odd.outcome().equals("problem")) {
      assertThat(problem)
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("\n  " + odd.said() + ": ")
          .hasMessageContaining(odd.words());
      assertThat(String.valueOf(problem.getMessage()).lines()).hasSize(2);
    } else {
      assertThat(problem).isNull();
      List<String> warnings = ForwarderConfig.from(odd.environment()).warnings();
      assertThat(warnings).hasSize(odd.outcome().equals("fine") ? 0 : 1);
      assertThat(warnings).allSatisfy(line -> assertThat(line).startsWith(odd.name() + " "));
      assertThat(String.join("", warnings)).contains(odd.words());
    }
  }

  @Test
  void table_variables_areThoseThatAreRead() throws IOException {
    assertThat(odd().map(Odd::name).distinct())
        .containsExactlyInAnyOrderElementsOf(ForwarderConfig.names());
  }

  @Test
  void from_allProblemsAtOnce_areNamedInOneMessage() throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (Odd odd : odd().filter(row -> row.outcome().equals("problem")).toList()) {
      if (!odd.name().endsWith("_proxy") && !odd.name().equals("SLEDDOG_DATADOG")) {
        environment.put(odd.name(), odd.value());
        names.add("\n  " + odd.name() + ": ");
      }
    }

    assertThatThrownBy(() -> ForwarderConfig.from(environment))
        .hasMessageContainingAll(names.toArray(CharSequence[]::new));
  }

  @Test
  void from_allWarningsAtOnce_areAllSaid() throws IOException {
    Map<String, String> environment = new LinkedHashMap<>(Map.of("DD_API_KEY", KEY));
    for (Odd odd : odd().filter(row -> row.outcome().equals("warning")).toList()) {
      environment.putAll(odd.environment());
    }

    assertThat(ForwarderConfig.from(environment).warnings())
        .extracting(warning -> warning.split(" ", 2)[0])
        .containsExactlyInAnyOrderElementsOf(
            odd()
                .filter(row -> row.outcome().equals("warning"))
                .map(Odd::name)
                .distinct()
                .toList());
  }

  @Test
  void from_keyWithALineBreak_isNotShown() {
    String key = KEY.replace("0123456789abcdef0", "0123456789abcdef\n");

    assertThatThrownBy(() -> ForwarderConfig.from(Map.of("DD_API_KEY", key)))
        .hasMessageNotContaining("0123456789");
  }
}
