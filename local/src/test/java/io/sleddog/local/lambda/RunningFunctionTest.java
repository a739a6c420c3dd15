package io.sleddog.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.functions.BundledParts;
import io.sleddog.local.functions.CodeStaging;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.runtime.RuntimeClient;
import io.sleddog.local.testing.Loud;
import io.sleddog.local.testing.TestCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A function that lives, dies and comes back, under the real runtime interface client. */
@Timeout(60)
class RunningFunctionTest {
  private CodeStaging staging;
  private RunningFunction function;

  @BeforeEach
  void open(@TempDir Path folder) {
    staging = CodeStaging.open();
    RuntimeClient client =
        new RuntimeClient(new BundledParts(folder.resolve("cache")).folder("runtime"));
    function =
        new RunningFunction(
            staging.stage(TestCode.function(folder, Loud.class)), client, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    function.close();
    staging.close();
  }

  @Test
  void invoke_twice_oneColdStartAndOneStream() throws Exception {
    Execution first = function.invoke(Payload.of("\"print:one\""));
    Execution second = function.invoke(Payload.of("\"print:two\""));

    assertThat(first.invocation().timing().init()).isNotNull();
    assertThat(second.invocation().timing().init()).isNull();
    assertThat(second.stream()).isEqualTo(first.stream());
    assertThat(text(first)).contains("INIT_START", "one\n").doesNotContain("two");
    assertThat(text(second)).contains("two\n").doesNotContain("INIT_START", "one\n");
  }

  @Test
  void invoke_afterGoingCold_startsANewEnvironment() throws Exception {
    Execution first = function.invoke(Payload.of("1"));
    function.goCold();
    Execution second = function.invoke(Payload.of("2"));

    assertThat(second.invocation().timing().init()).isNotNull();
    assertThat(second.stream()).isNotEqualTo(first.stream());
  }

  @Test
  void invoke_afterACrash_startsANewEnvironment() throws Exception {
    Execution crashed = function.invoke(Payload.of("\"halt:3\""));
    Execution next = function.invoke(Payload.of("\"print:back\""));

    assertThat(crashed.invocation().status()).isEqualTo(InvocationStatus.CRASH);
    assertThat(text(crashed)).contains("exit status 3", "Status: error");
    assertThat(next.invocation().succeeded()).isTrue();
    assertThat(text(next)).contains("INIT_START", "back\n");
  }

  private static String text(Execution execution) {
    return execution.events().stream().map(LogEvent::message).collect(Collectors.joining());
  }
}
