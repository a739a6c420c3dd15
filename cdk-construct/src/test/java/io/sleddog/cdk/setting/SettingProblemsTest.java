package io.sleddog.cdk.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingProblemsTest {
  @ParameterizedTest
  @CsvSource({
    "SITE, datadoghq.eu, true",
    "SITE, https://datadoghq.eu, false",
    "SITE, datadoghq.eu/, false",
    "LOGS_PORT, 443, true",
    "LOGS_PORT, 0, false",
    "LOGS_PORT, https, false",
    "API_URL, http://relay:8080, true",
    "API_URL, relay:8080, false",
    "NO_SSL, yes, false",
    "COMPRESSION_LEVEL_OF_LOGS, 9, true",
    "COMPRESSION_LEVEL_OF_LOGS, 19, true",
    "COMPRESSION_LEVEL_OF_LOGS, 20, false",
    "COMPRESSION_KIND, brotli, false",
    "COLLECTOR_PROTOCOL, grpc, false",
    "TAGS_CACHE_TTL, -1, false",
    "TAGS, 'env:prod,team:a', true",
    "TAGS, ',env:prod', false",
    "LOG_LEVEL, WARN, true",
    "LOG_LEVEL, LOUD, false",
    "SCRUBBING_RULE, '[a-z', true"
  })
  void of_oneSetting_findsWhatItsRuleRefuses(
      ForwarderSetting setting, String value, boolean accepted) {
    List<String> problems = SettingProblems.of(Map.of(setting, value), text -> false);

    assertThat(problems.isEmpty()).isEqualTo(accepted);
  }

  @Test
  void of_wrongSetting_namesTheVariableAndNotTheValue() {
    Map<ForwarderSetting, String> settings =
        Map.of(ForwarderSetting.HTTP_PROXY, "user:password@proxy");

    assertThat(SettingProblems.of(settings, text -> false))
        .containsExactly("HTTP_PROXY must be an address that starts with http:// or https://");
  }

  @Test
  void of_valueKnownLater_isNotLookedAt() {
    assertThat(SettingProblems.of(Map.of(ForwarderSetting.LOGS_PORT, "${later}"), text -> true))
        .isEmpty();
  }
}
