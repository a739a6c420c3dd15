package io.sleddog.local.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.Payload;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class InProcessEnvironmentTest {
  private static final FunctionSpec SPEC = FunctionSpec.of("bakery", "any", Path.of("."));

  private final InProcessEnvironment environment =
      new InProcessEnvironment(
          SPEC, Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));

  @Test
  void invoke_first_writesThePlatformsLinesAroundTheHandlers() {
    InProcessEnvironment.Outcome outcome =
        invoke(
            context -> {
              context.getLogger().log("a string\n");
              context.getLogger().log(new byte[] {'b', '\n'});
              return Payload.of("1");
            });

    assertThat(firstWords(outcome))
        .containsExactly("INIT_START", "START", "a", "b", "END", "REPORT");
    assertThat(outcome.failure()).isNull();
    Invocation invocation = outcome.execution().invocation();
    assertThat(invocation.status()).isEqualTo(InvocationStatus.SUCCESS);
    assertThat(invocation.payload().text()).isEqualTo("1");
    assertThat(invocation.timing().init()).isNotNull();
    assertThat(invocation.maxMemoryMb()).isBetween(1, SPEC.memoryMb());
  }

  @Test
  void invoke_again_isWarmWithLinesOfItsOwn() {
    invoke(context -> Payload.of("1"));

    InProcessEnvironment.Outcome second = invoke(context -> Payload.of("2"));

    assertThat(firstWords(second)).containsExactly("START", "END", "REPORT");
    assertThat(second.execution().invocation().timing().init()).isNull();
  }

  @Test
  void invoke_throws_givesTheSameObjectAndAwssJson() {
    Error users = new Error("no \"flour\"");

    InProcessEnvironment.Outcome outcome =
        invoke(
            context -> {
              throw users;
            });

    assertThat(outcome.failure()).isSameAs(users);
    assertThat(outcome.execution().invocation().status()).isEqualTo(InvocationStatus.ERROR);
    assertThat(outcome.execution().invocation().payload().text())
        .startsWith("{\"errorMessage\":\"no \\\"flour\\\"\",\"errorType\":\"java.lang.Error\"")
        .contains("\"stackTrace\":[\"io.sleddog.local.inprocess.InProcessEnvironmentTest");
  }

  @Test
  void invoke_throwsWithoutMessage_hasNone() {
    InProcessEnvironment.Outcome outcome =
        invoke(
            context -> {
              throw new IllegalStateException();
            });

    assertThat(outcome.execution().invocation().payload().text())
        .startsWith("{\"errorMessage\":null,");
  }

  @Test
  void invoke_printsFromAThreadItStarts_areLinesToo() {
    InProcessEnvironment.Outcome outcome =
        invoke(
            context -> {
              System.out.print("one\ntwo\nthr");
              Thread started = new Thread(() -> System.out.println("ee"));
              started.start();
              started.join();
              System.err.print("no end");
              return Payload.of("1");
            });

    assertThat(outcome.execution().events().stream().map(LogEvent::message).toList())
        .contains("one\n", "two\n", "three\n", "no end");
  }

  @Test
  void invoke_streamsWrappedByOthers_eachLineIsTakenOnce() {
    invoke(context -> Payload.of("1"));
    PrintStream before = System.out;
    try {
      System.setOut(new PrintStream(before, true, Charset.defaultCharset()));

      InProcessEnvironment.Outcome outcome =
          invoke(
              context -> {
                System.out.println("once");
                System.out.write('x');
                System.out.flush();
                return Payload.of("1");
              });

      assertThat(firstWords(outcome)).containsExactly("START", "once", "x", "END", "REPORT");
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void invoke_withinAnother_eachHasItsOwnPrints() {
    InProcessEnvironment inner = new InProcessEnvironment(SPEC, Clock.systemUTC());
    StringBuilder innerLines = new StringBuilder();

    InProcessEnvironment.Outcome outcome =
        invoke(
            context -> {
              System.out.println("before");
              inner
                  .invoke(
                      Payload.of("{}"),
                      within -> {
                        System.out.println("inside");
                        return Payload.of("1");
                      })
                  .execution()
                  .events()
                  .forEach(event -> innerLines.append(event.message()));
              System.out.println("behind");
              return Payload.of("1");
            });

    assertThat(firstWords(outcome)).contains("before", "behind").doesNotContain("inside");
    assertThat(innerLines).contains("inside").doesNotContain("before");
  }

  private InProcessEnvironment.Outcome invoke(InProcessEnvironment.Body body) {
    return environment.invoke(Payload.of("{}"), body);
  }

  private static List<String> firstWords(InProcessEnvironment.Outcome outcome) {
    return outcome.execution().events().stream()
        .map(event -> event.message().strip().replaceAll("(?s)[ \t].*", ""))
        .toList();
  }
}
