package io.sleddog.cdk.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sleddog.cdk.NeedsNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNode
class TemplateWriterTest {
  @Test
  void main_intoANewFolder_writesWhatCfnLintTakes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/forwarder.yaml");
    TemplateWriter.main(new String[] {file.toString()});

    assertThat(file).isNotEmptyFile();
    assertThat(cfnLint(file)).isEmpty();
  }

  /** The build wrote the file in another process, where Java's maps have another order. */
  @Test
  void write_inTwoProcesses_givesTheSameBytes() throws IOException {
    Path built = Path.of("../forwarder/target/forwarder.yaml");
    assumeThat(built).exists();
    assertThat(TemplateWriter.write()).isEqualTo(Files.readString(built));
  }

  private static String cfnLint(Path file) throws IOException, InterruptedException {
    ProcessBuilder command = new ProcessBuilder("cfn-lint", file.toString());
    Process process;
    try {
      process = command.redirectErrorStream(true).start();
    } catch (IOException absent) {
      String word = "Skipped: the template is not linted, for cfn-lint is not on the path";
      System.out.println(word);
      assumeThat(false).as(word).isTrue();
      return word;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
