package io.sleddog.cdk.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.constructs.RootConstruct;

/** Writes {@code forwarder.yaml}; the build runs it. */
final class TemplateWriter {
  private TemplateWriter() {}

  /**
   * Writes the template, or says in one line why it cannot.
   *
   * @param arguments the file to write
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Path.of(arguments[0]);
    if (!hasNode()) {
      System.out.println(file.getFileName() + " is not made: CDK needs node on the path");
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, write());
  }

  /** The template's text. */
  static String write() throws IOException {
    // CDK checks an app's templates for each outcome of all conditions, which are too many here;
    // it takes a stage for checked.
    Stage stage =
        Stage.Builder.create(new RootConstruct(), "Template")
            .outdir(Files.createTempDirectory("sleddog-template").toString())
            .build();
    Stack stack = ForwarderTemplate.addTo(stage);
    Object template = stage.synth().getStackArtifact(stack.getArtifactId()).getTemplate();
    return TemplateYaml.of(new ObjectMapper().valueToTree(template));
  }

  private static boolean hasNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
