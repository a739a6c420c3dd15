package io.sleddog.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.cli.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  private final Path folder;

  ConfigFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void find_noFile_hasNoValue() {
    assertThat(ConfigFile.find(folder, Optional.empty()))
        .satisfies(it -> assertThat(it.values()).isEmpty());
  }

  @Test
  void find_both_takesOurs() throws IOException {
    write("sleddog.json", "{\"service\": \"ours\"}");
    write("datadog-ci.json", "{\"lambda\": {\"service\": \"theirs\"}}");

    ConfigFile found = ConfigFile.find(folder, Optional.empty());
    ConfigFile named = ConfigFile.find(folder, Optional.of("datadog-ci.json"));

    assertThat(found.text("service")).contains("ours");
    assertThat(found.isVendors()).isFalse();
    assertThat(named.text("service")).contains("theirs");
    assertThat(named.isVendors()).isTrue();
  }

  /** The vendor's file may be about its other commands alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "datadog-ci.json|{\"apiKey\": \"x\", \"site\": \"datadoghq.eu\", \"region\": \"x\"}",
        "datadog-ci.json|{\"synthetics\": {\"files\": []}}",
        "datadog-ci.json|{}",
      })
  void find_vendorsFileWithoutLambda_hasNoValue(String name, String text) throws IOException {
    write(name, text);

    assertThat(ConfigFile.find(folder, Optional.empty()).values()).isEmpty();
    assertThat(ConfigFile.find(folder, Optional.of(name)).values()).isEmpty();
  }

  @Test
  void find_vendorsFormUnderAnotherName_isTheVendors() throws IOException {
    write("mine.json", "{\"lambda\": {\"service\": \"a\"}, \"apiKey\": \"x\"}");

    ConfigFile file = ConfigFile.find(folder, Optional.of("mine.json"));
    assertThat(file.isVendors()).isTrue();
    assertThat(file.values()).containsOnlyKeys("service");
  }

  @Test
  void list_ofAText_isWhatStandsBetweenItsCommas() throws IOException {
    write("sleddog.json", "{\"functions\": \"a, b,c\"}");

    assertThat(ConfigFile.find(folder, Optional.empty()).list("functions"))
        .containsExactly("a", "b", "c");
  }

  @Test
  void text_eachKindOfValue_isAsOnTheCommandLine() throws IOException {
    write(
        "sleddog.json",
        "{\"a\": 7, \"b\": true, \"c\": [\"x\", \"y\"], \"d\": null, \"e\": {}, \"f\": \"x\"}");
    ConfigFile file = ConfigFile.find(folder, Optional.empty());

    assertThat(file.text("a")).contains("7");
    assertThat(file.text("b")).contains("true");
    assertThat(file.text("c")).contains("x,y");
    assertThat(file.text("d")).isEmpty();
    assertThat(file.text("z")).isEmpty();
    assertThat(file.list("c")).containsExactly("x", "y");
    assertThat(file.list("f")).containsExactly("x");
    assertThat(file.list("z")).isEmpty();
    assertThatThrownBy(() -> file.text("e"))
        .isInstanceOf(Problem.class)
        .hasMessage("e in sleddog.json is an object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "{", "", "{\"a\": }"})
  void find_noJsonObject_saysWhichFile(String text) throws IOException {
    write("sleddog.json", text);

    assertThatThrownBy(() -> ConfigFile.find(folder, Optional.empty()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("sleddog.json is not usable");
  }

  @Test
  void find_namedAndMissing_isWrongUsage() {
    assertThatThrownBy(() -> ConfigFile.find(folder, Optional.of("none.json")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("none.json cannot be read");
  }

  @ParameterizedTest
  @CsvSource({"--log-level,logLevel", "--env,env", "--capture-lambda-payload,captureLambdaPayload"})
  void key_ofAnOption_isItsNameInCamelCase(String option, String key) {
    assertThat(ConfigDefaults.key(option)).isEqualTo(key);
  }

  @Test
  void notes_vendorsFile_nameWhatIsPassedOver() throws IOException {
    write(
        "datadog-ci.json",
        "{\"lambda\": {\"extensionVersion\": 1, \"layerVersion\": \"none\", \"colour\": 1,"
            + " \"environment\": \"prod\", \"service\": \"a\"}}");
    ConfigDefaults defaults = new ConfigDefaults(ConfigFile.find(folder, Optional.empty()));

    assertThat(defaults.notes(Set.of("--service", "--env")))
        .containsExactly(
            "datadog-ci.json: colour is not the name of an option",
            "datadog-ci.json: extensionVersion is passed over: no extension is used beside a"
                + " forwarder");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
