package io.sleddog.cdk.template;

import static org.assertj.core.api.Assertions.assertThat;

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
    boolean isKept = Files.exists(KEPT) && Files.readString(KEPT).equals(made);
    if (Boolean.getBoolean("golden.update") && !isKept) {
      Files.writeString(KEPT, made);
    }

    assertThat(Files.readString(KEPT)).as("run with -Dgolden.update=true").isEqualTo(made);
  }
}
