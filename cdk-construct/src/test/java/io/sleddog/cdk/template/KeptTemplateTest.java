package io.sleddog.cdk.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sleddog.cdk.NeedsNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command line carries the template as a file, so that it is there without Node.js. */
@NeedsNode
class KeptTemplateTest {
  private static final Path KEPT =
      Path.of("../cli/src/main/resources/bundled/forwarder/forwarder.yaml");

  /** {@code -Dgolden.update=true} keeps the present one instead. */
  @Test
  void templateOfTheCommandLine_isWhatTheConstructMakes() throws IOException {
    String made = TemplateWriter.write();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(KEPT, made);
    }

    // Which of two members comes first depends on the JVM that made it.
    YAMLMapper yaml = new YAMLMapper();
    assertThat(yaml.readTree(KEPT.toFile()))
        .as("run with -Dgolden.update=true")
        .isEqualTo(yaml.readTree(made));
  }
}
