package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code forwarder deploy --release}. */
class ReleaseTest {
  private static final String TEMPLATE =
      "CodeBucket\nCodeKey\nDdApiKey secret\nDdApiKeySecretArn\nDdApiKeySsmParameterName\n";

  private final FakeAws aws = new FakeAws();
  private final Path release;
  private final Console console;

  ReleaseTest(@TempDir Path folder) {
    this.release = folder.resolve("release");
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void publish() throws Exception {
    Files.createDirectories(release);
    Files.writeString(release.resolve("forwarder.zip"), "released code");
    Files.writeString(release.resolve("forwarder.yaml"), TEMPLATE);
    Files.writeString(
        release.resolve("SHA256SUMS"),
        sum("forwarder.zip") + "  forwarder.zip\n" + sum("forwarder.yaml") + " *forwarder.yaml\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "release/", "./release"})
  void folder_isDeployed(String place) throws Exception {
    assertThat(deploy(place)).isZero();
    assertThat(console.out())
        .contains("sleddog/forwarder-" + sum("forwarder.zip").substring(0, 20) + ".zip");
  }

  @Test
  void address_isFetched() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/",
        exchange -> {
          byte[] file =
              Files.readAllBytes(
                  release.resolve(exchange.getRequestURI().getPath().replace("/v1/", "")));
          exchange.sendResponseHeaders(200, file.length);
          exchange.getResponseBody().write(file);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();

    assertThat(deploy(address + "/v1")).isZero();
    assertThat(deploy(address + "/v2")).isEqualTo(1);
    assertThat(console.err()).contains("There is no forwarder.zip in " + address + "/v2");
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "forwarder.zip,release-sum",
    "forwarder.yaml,release-sum",
    "SHA256SUMS,release-sum",
  })
  void fileThatIsAnother_isRefused(String file, String id) throws IOException {
    Files.writeString(release.resolve(file), "other");

    assertRefused("release", 1, id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"forwarder.zip", "forwarder.yaml", "SHA256SUMS"})
  void fileThatIsMissing_isTold(String file) throws IOException {
    Files.delete(release.resolve(file));

    assertRefused("release", 1, "release-missing");
    assertThat(console.out()).contains(file);
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/release,2,release-place",
    "ftp://127.0.0.1/release,2,release-place",
    "http://127.0.0.1.example.com/,2,release-place",
    "http://127.0.0.1:1/release,1,release-missing",
    "nowhere,1,release-missing",
  })
  void placeThatIsNone_isTold(String place, int status, String id) {
    assertRefused(place, status, id);
  }

  private void assertRefused(String place, int status, String id) {
    assertThat(deploy(place, "--json")).isEqualTo(status);
    assertThat(Json.parse(console.out()).at("/error/id").asText()).isEqualTo(id);
    assertThat(aws.calls()).doesNotContain("PutObject", "CreateChangeSet");
  }

  private int deploy(String place, String... more) {
    String[] words = {
      "forwarder", "deploy", "--dry-run", "--api-key-parameter", "/dd/key", "--release", place, ""
    };
    words[words.length - 1] = more.length == 0 ? "--verbose" : more[0];
    return console.run(words);
  }

  private String sum(String file) throws Exception {
    byte[] content = Files.readAllBytes(release.resolve(file));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
