package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed bundle against its sources in {@code web}. */
class BundleTest {
  private static final Path WEB = Path.of("web");
  private static final Path COMMITTED =
      Path.of("src/main/resources/io/sleddog/local/page").toAbsolutePath();

  @Test
  void bundle_builtAnew_isTheCommittedOne(@TempDir Path fresh) throws Exception {
    requireNode();
    run(List.of("node", "build.mjs", "--check", fresh.toString()));

    for (String file : files(COMMITTED)) {
      assertThat(fresh.resolve(file))
          .as("%s: npm run build in local/web", file)
          .hasSameTextualContentAs(COMMITTED.resolve(file));
    }
    assertThat(files(fresh)).isEqualTo(files(COMMITTED));
  }

  @Test
  void model_itsOwnTests_pass() throws Exception {
    requireNode();

    run(List.of("node", "--test", "test/"));
  }

  @Test
  void packages_eachBundledOne_isNamedWithLicenceAndHash() throws IOException {
    JsonNode packages = Json.parse(Files.readAllBytes(COMMITTED.resolve("packages.json")));
    JsonNode locked =
        Json.parse(Files.readAllBytes(WEB.resolve("package-lock.json"))).path("packages");
    String notices = Files.readString(COMMITTED.resolve("NOTICE.txt"));

    assertThat(packages).hasSizeGreaterThan(3);
    for (JsonNode one : packages) {
      String name = one.path("name").asText();
      JsonNode lock = locked.path("node_modules/" + name);
      assertThat(one.path("version").asText()).as(name).isEqualTo(lock.path("version").asText());
      assertThat(one.path("licence").asText()).as(name).isIn("MIT", "Apache-2.0");
      assertThat(one.path("sha256").asText()).as(name).matches("[0-9a-f]{64}");
      assertThat(notices).contains(name + " " + one.path("version").asText());
    }
  }

  @Test
  void lock_namesNoRegistry() throws IOException {
    assertThat(Files.readString(WEB.resolve("package-lock.json"))).doesNotContain("\"resolved\"");
  }

  @Test
  void page_hasNoInlineScriptOrStyle() throws IOException {
    assertThat(Files.readString(COMMITTED.resolve("site/index.html")))
        .doesNotContainPattern("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=")
        .doesNotContain("http://", "https://");
  }

  private static void requireNode() {
    assumeTrue(
        Files.isDirectory(WEB.resolve("node_modules/esbuild")), "npm ci in local/web is missing");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(WEB.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }
}
