package io.sleddog.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the script of the layer with a stand-in for the {@code java} program that prints what it
 * gets.
 */
class ScriptIT {
  private static final String OURS = "io.sleddog.lambda.LayerHandler::handleRequest";
  private static final String USERS = "com.example.Orders::handle";
  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      echo "handler=${_HANDLER-unset}"
      echo "users=${DD_LAMBDA_HANDLER-unset}"
      for a in "$@"; do echo "<$a>"; done
      """;

  @TempDir private Path folder;

  @Test
  void script_handlerInArgumentAndVariable_replacesBoth() throws Exception {
    assertThat(run(Map.of("_HANDLER", USERS), "-Xshare:auto", "Main", USERS))
        .containsExactly(
            "handler=" + OURS, "users=" + USERS, "<-Xshare:auto>", "<Main>", "<" + OURS + ">");
  }

  @Test
  void script_handlerInArgumentOnly_replacesIt() throws Exception {
    assertThat(run(Map.of(), "Main", USERS))
        .containsExactly("handler=" + OURS, "users=" + USERS, "<Main>", "<" + OURS + ">");
  }

  @Test
  void script_usersHandlerIsSet_keepsIt() throws Exception {
    Map<String, String> variables =
        Map.of("_HANDLER", USERS, "DD_LAMBDA_HANDLER", "com.example.Other");
    assertThat(run(variables, "Main", USERS))
        .containsExactly("handler=" + OURS, "users=com.example.Other", "<Main>", "<" + OURS + ">");
  }

  @Test
  void script_handlerIsOursAlready_changesNothing() throws Exception {
    assertThat(run(Map.of("_HANDLER", OURS), "Main", OURS))
        .containsExactly("handler=" + OURS, "users=unset", "<Main>", "<" + OURS + ">");
  }

  @Test
  void script_argumentsWithBlanksAndQuotes_keepsThemWhole() throws Exception {
    assertThat(run(Map.of("_HANDLER", USERS), "-Dname=a  b 'c' \"d\" $HOME *", "", USERS))
        .containsExactly(
            "handler=" + OURS,
            "users=" + USERS,
            "<-Dname=a  b 'c' \"d\" $HOME *>",
            "<>",
            "<" + OURS + ">");
  }

  @Test
  void script_otherRuntime_startsItUnchanged() throws Exception {
    Map<String, String> variables =
        Map.of("_HANDLER", "app.handler", "AWS_EXECUTION_ENV", "AWS_Lambda_python3.14");
    assertThat(run(variables, "app.handler"))
        .containsExactly("handler=app.handler", "users=unset", "<app.handler>");
  }

  private List<String> run(Map<String, String> variables, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "src/layer/sleddog"));
    command.add(fakeJava().toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.equals("_"));
    builder.environment().remove("_HANDLER");
    builder.environment().remove("DD_LAMBDA_HANDLER");
    builder.environment().putAll(variables);
    Process process = builder.start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return new String(output, StandardCharsets.UTF_8).lines().toList();
  }

  private Path fakeJava() throws IOException {
    Path java = Files.writeString(folder.resolve("java"), FAKE_JAVA);
    return Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
