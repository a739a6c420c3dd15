package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.aws.ApiKey;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.deliver.Compression;
import io.sleddog.forwarder.deliver.Endpoint;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

  @ParameterizedTest
  @CsvSource({
    "DD_SITE, datadoghq.com, gzip 6, deflate 6, gzip 1",
    "DD_COMPRESSION_LEVEL, 9, gzip 9, deflate 9, gzip 1",
    "DD_COMPRESSION_LEVEL, 0, gzip 0, deflate 0, gzip 0",
    "DD_LOGS_CONFIG_COMPRESSION_KIND, zstd, zstd 3, deflate 6, zstd 1",
    "DD_USE_COMPRESSION, false, ' 0', deflate 6, ' 0'"
  })
  void all_settings_compressEachKindOnce(
      String variable, String value, String logs, String metrics, String traces) {
    Map<String, String> environment = new HashMap<>(Map.of(variable, value));
    environment.put("DD_API_KEY", "0".repeat(32));
    ForwarderConfig config = ForwarderConfig.from(environment);
    ApiKey key = new ApiKey(deadline -> new Secret("0".repeat(32)));

    Map<Kind, Endpoint> endpoints = new Targets(config, "1").all(key).get(0).endpoints();

    assertThat(text(endpoints, Kind.LOGS)).isEqualTo(logs);
    assertThat(text(endpoints, Kind.METRICS)).isEqualTo(metrics);
    assertThat(text(endpoints, Kind.TRACES)).isEqualTo(traces);
  }

  private static String text(Map<Kind, Endpoint> endpoints, Kind kind) {
    Endpoint endpoint = endpoints.get(kind);
    assertThat(endpoint).isNotNull();
    Compression compression = endpoint.compression();
    return compression.form().encoding() + " " + compression.level();
  }
}
