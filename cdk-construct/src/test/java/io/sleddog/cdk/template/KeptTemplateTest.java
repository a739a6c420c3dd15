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
    // Which of two members comes first depends on the JVM that made it.
    YAMLMapper yaml = new YAMLMapper();
    String made = TemplateWriter.write();
    boolean isKept = yaml.readTree(KEPT.toFile()).equals(yaml.readTree(made));
    if (Boolean.getBoolean("golden.update") && !isKept) {
      Files.writeString(KEPT, made);
    }

    assertThat(yaml.readTree(KEPT.toFile()))
        .as("run with -Dgolden.update=true")
        .isEqualTo(yaml.readTree(made));
  }
}
