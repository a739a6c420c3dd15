package io.sleddog.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.functions.BundledParts;
import io.sleddog.local.functions.CodeStaging;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.Mishap;
import io.sleddog.local.model.Payload;
import io.sleddog.local.testing.BadStart;
import io.sleddog.local.testing.Loud;
import io.sleddog.local.testing.RecordingListener;
import io.sleddog.local.testing.TestCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Functions under the real runtime interface client. */
@Timeout(60)
class ExecutionEnvironmentTest {
  private final RecordingListener listener = new RecordingListener();
  private Path folder;
  private CodeStaging staging;
  private RuntimeClient client;

  @BeforeEach
  void open(@TempDir Path temp) {
    folder = temp;
    staging = CodeStaging.open();
    client = new RuntimeClient(new BundledParts(folder.resolve("cache")).folder("runtime"));
  }

  @AfterEach
  void close() {
    staging.close();
  }

  @Test
  void invoke_handlerReturns_answerAndTimesAreThere() throws Exception {
    try (ExecutionEnvironment environment = start(loud())) {
      Invocation first = environment.invoke(event("\"hello\""));
      Invocation second = environment.invoke(event("\"again\""));

      assertThat(first.status()).isEqualTo(InvocationStatus.SUCCESS);
      assertThat(first.payload().text()).isEqualTo("\"hello\"");
      assertThat(first.timing().init()).isPositive();
      assertThat(first.maxMemoryMb()).isPositive();
      assertThat(second.payload().text()).isEqualTo("\"again\"");
      assertThat(second.timing().init()).isNull();
      assertThat(second.timing().total()).isEqualTo(second.timing().duration());
    }
  }

  @Test
  void invoke_everyKindOfOutput_isHeardWithinTheInvocation() throws Exception {
    try (ExecutionEnvironment environment = start(loud())) {
      environment.invoke(event("\"print:to stdout\""));
      environment.invoke(event("\"error:to stderr\""));
      environment.invoke(event("\"partial:no line end\""));
      environment.invoke(event("\"frame:one\\ntwo\""));
    }

    assertThat(listener.heard())
        .containsExactly(
            "init",
            "start",
            "to stdout\n",
            "end SUCCESS",
            "start",
            "to stderr\n",
            "end SUCCESS",
            "start",
            "no line end",
            "end SUCCESS",
            "start",
            "one\\ntwo",
            "end SUCCESS");
  }

  @Test
  void invoke_handlerThrows_errorOfTheRuntimeIsThePayload() throws Exception {
    try (ExecutionEnvironment environment = start(loud())) {
      Invocation invocation = environment.invoke(event("\"throw:out of coffee\""));

      assertThat(invocation.status()).isEqualTo(InvocationStatus.ERROR);
      assertThat(invocation.payload().text())
          .contains("\"errorMessage\":\"out of coffee\"")
          .contains("java.lang.IllegalStateException");
      assertThat(environment.isAlive()).isTrue();
    }
    assertThat(String.join("", listener.heard())).contains("out of coffee");
  }

  @Test
  void invoke_processEnds_isACrashWithItsExitStatus() throws Exception {
    try (ExecutionEnvironment environment = start(loud())) {
      Invocation invocation = environment.invoke(event("\"halt:7\""));

      assertThat(invocation.status()).isEqualTo(InvocationStatus.CRASH);
      assertThat(invocation.errorType()).isEqualTo("Runtime.ExitError");
      assertThat(invocation.payload().text()).contains("Runtime exited with error: exit status 7");
      assertThat(environment.isAlive()).isFalse();
    }
  }

  @Test
  void invoke_handlerHangs_endsAtTheFunctionsTimeout() throws Exception {
    FunctionSpec spec = loud().withLimits(256, Duration.ofMillis(300));
    try (ExecutionEnvironment environment = start(spec)) {
      Invocation invocation = environment.invoke(event("\"hang\""));

      assertThat(invocation.status()).isEqualTo(InvocationStatus.TIMEOUT);
      assertThat(invocation.payload().text()).contains("Task timed out after 0.30 seconds");
      assertThat(invocation.timing().duration()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
      assertThat(environment.isAlive()).isFalse();
    }
  }

  @Test
  void invoke_mishapTimeout_comesSoonerThanALongLimit() throws Exception {
    try (ExecutionEnvironment environment = start(loud())) {
      Invocation invocation = environment.invoke(event("\"hello\"").withMishap(Mishap.TIMEOUT));

      assertThat(invocation.status()).isEqualTo(InvocationStatus.TIMEOUT);
      assertThat(invocation.payload().text()).contains("Task timed out after 2.00 seconds");
      assertThat(environment.isAlive()).isFalse();
    }
  }

  @Test
  void invoke_mishapMemory_isKilledWithAllMemoryUsed() throws Exception {
    FunctionSpec spec = loud();
    try (ExecutionEnvironment environment = start(spec)) {
      Invocation invocation = environment.invoke(event("\"hello\"").withMishap(Mishap.MEMORY));

      assertThat(invocation.status()).isEqualTo(InvocationStatus.CRASH);
      assertThat(invocation.payload().text()).contains("signal: killed");
      assertThat(invocation.maxMemoryMb()).isEqualTo(spec.memoryMb());
    }
  }

  @Test
  void invoke_constructorThrows_initFails() throws Exception {
    try (ExecutionEnvironment environment = start(TestCode.function(folder, BadStart.class))) {
      Invocation invocation = environment.invoke(event("{}"));

      assertThat(invocation.status()).isEqualTo(InvocationStatus.CRASH);
      assertThat(invocation.payload().text()).contains("no database");
      assertThat(listener.heard().get(0)).isEqualTo("init");
      assertThat(listener.heard()).anyMatch(heard -> heard.startsWith("init failed"));
      assertThat(listener.heard()).endsWith("start", "end CRASH");
    }
  }

  @Test
  void invoke_hundredThousandLines_allAreHeardInOrder() throws Exception {
    try (ExecutionEnvironment environment = start(loud())) {
      environment.invoke(event("\"lines:100000\""));
    }

    List<String> heard = listener.heard();
    assertThat(heard).hasSize(100_003);
    assertThat(heard.subList(2, 100_002))
        .isEqualTo(
            java.util.stream.IntStream.range(0, 100_000)
                .mapToObj(n -> "line " + n + "\n")
                .toList());
  }

  @Test
  void invoke_lineOfThreeMegabytes_isCutAsCloudWatchDoes() throws Exception {
    try (ExecutionEnvironment environment = start(loud())) {
      environment.invoke(event("\"long:3000000\""));
    }

    List<String> lines = listener.heard().subList(2, listener.heard().size() - 1);
    assertThat(lines).allMatch(line -> line.length() <= Records.MAX_BYTES);
    assertThat(String.join("", lines)).hasSize(3_000_001);
  }

  @Test
  void invoke_streamsAndLoggerInterleaved_nothingIsLostOrTorn() throws Exception {
    try (ExecutionEnvironment environment = start(loud())) {
      environment.invoke(event("\"mixed:2000\""));
    }

    List<String> heard = listener.heard();
    assertThat(heard.stream().filter(line -> line.matches("out \\d+\n"))).hasSize(2000);
    assertThat(heard.stream().filter(line -> line.matches("err \\d+\n"))).hasSize(2000);
    assertThat(heard.stream().filter(line -> line.matches("frame \\d+"))).hasSize(2000);
  }

  @Test
  void invoke_functionAsksForItsContext_getsWhatAwsGives() throws Exception {
    try (ExecutionEnvironment environment = start(loud())) {
      environment.invoke(event("\"context\""));
      environment.invoke(event("\"header\""));
      environment.invoke(event("\"getenv:AWS_LAMBDA_LOG_STREAM_NAME\""));
      environment.invoke(event("\"getenv:GREETING\""));
    }

    List<String> heard = listener.heard();
    assertThat(heard.get(2))
        .matches(
            "[0-9a-f-]{36} arn:aws:lambda:us-east-1:123456789012:function:test-function 512 true\n");
    assertThat(heard.get(5))
        .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0\n");
    assertThat(heard.get(8)).isEqualTo("the-stream\n");
    assertThat(heard.get(11)).isEqualTo("hi\n");
  }

  @Test
  void start_twelveAtOnce_allAnswer() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(12);
    FunctionSpec spec = loud();
    List<Callable<String>> tasks = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      String text = "\"" + number + "\"";
      tasks.add(
          () -> {
            try (ExecutionEnvironment environment = start(spec)) {
              return environment.invoke(event(text)).payload().text();
            }
          });
    }
    List<String> answers = new ArrayList<>();
    for (Future<String> answer : threads.invokeAll(tasks)) {
      answers.add(answer.get());
    }
    threads.shutdown();

    assertThat(answers).hasSize(12).doesNotHaveDuplicates().allMatch(a -> a.matches("\"\\d+\""));
  }

  private FunctionSpec loud() {
    return TestCode.function(folder, Loud.class).withEnvironment(Map.of("GREETING", "hi"));
  }

  private ExecutionEnvironment start(FunctionSpec spec) {
    LogStream stream = new LogStream(spec.logGroup(), "the-stream");
    return ExecutionEnvironment.start(
        staging.stage(spec), client, stream, listener, Clock.systemUTC());
  }

  private static InvocationRequest event(String json) {
    return InvocationRequest.of(Payload.of(json));
  }
}
