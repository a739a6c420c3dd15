package io.sleddog.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.Payload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RuntimeApiTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:f";
  private static final String ROOT = "/2018-06-01/runtime/";

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private RuntimeApi api;

  @BeforeEach
  void start() {
    api = new RuntimeApi(ARN, signals);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void next_eventIsThere_isHandedOutWithItsHeaders() throws Exception {
    api.handOut(
        new InvocationRequest("r-1", Payload.of("{\"a\":1}"), "Root=1-2-3", "{\"c\":1}", null), 99);

    HttpResponse<String> answer = get("invocation/next");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"a\":1}");
    assertThat(header(answer, "Lambda-Runtime-Aws-Request-Id")).isEqualTo("r-1");
    assertThat(header(answer, "Lambda-Runtime-Deadline-Ms")).isEqualTo("99");
    assertThat(header(answer, "Lambda-Runtime-Invoked-Function-Arn")).isEqualTo(ARN);
    assertThat(header(answer, "Lambda-Runtime-Trace-Id")).isEqualTo("Root=1-2-3");
    assertThat(header(answer, "Lambda-Runtime-Client-Context")).isEqualTo("{\"c\":1}");
    assertThat(signals.take()).isInstanceOf(Signal.Polled.class);
  }

  @Test
  void response_isAnAnswerOfThatRequest() throws Exception {
    assertThat(post("invocation/r-1/response", "42").statusCode()).isEqualTo(202);

    assertThat(signals.take()).isEqualTo(new Signal.Answered("r-1", Payload.of("42"), false));
  }

  @Test
  void response_largerThanLambdaTakes_isAnErrorOfTheFunction() throws Exception {
    assertThat(post("invocation/r-1/response", "x".repeat(6_291_556)).statusCode()).isEqualTo(202);
    assertThat(post("invocation/r-2/response", "x".repeat(6_291_557)).statusCode()).isEqualTo(202);

    assertThat(signals.take()).matches(signal -> !((Signal.Answered) signal).failed());
    Signal.Answered tooLarge = (Signal.Answered) signals.take();
    assertThat(tooLarge.failed()).isTrue();
    assertThat(tooLarge.payload().text())
        .contains("Function.ResponseSizeTooLarge", "(6291556 bytes)");
  }

  @Test
  void error_isAFailedAnswer() throws Exception {
    assertThat(post("invocation/r-1/error", "{}").statusCode()).isEqualTo(202);

    assertThat(signals.take()).isEqualTo(new Signal.Answered("r-1", Payload.of("{}"), true));
  }

  @Test
  void initError_hasItsTypeFromTheHeader() throws Exception {
    assertThat(post("init/error", "{}").statusCode()).isEqualTo(202);

    assertThat(signals.take())
        .isEqualTo(new Signal.InitFailed(Payload.of("{}"), "Runtime.BadHandler"));
  }

  @Test
  void response_isHeardBeforeItIsAnswered() throws Exception {
    for (int number = 0; number < 200; number++) {
      post("invocation/r-" + number + "/response", "x");

      assertThat(signals.poll(0, TimeUnit.SECONDS)).isInstanceOf(Signal.Answered.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"invocation/r-1/other", "restore/next", "", "invocation//response"})
  void anythingElse_isNotFound(String call) throws Exception {
    assertThat(post(call, "").statusCode()).isEqualTo(404);
    assertThat(signals).isEmpty();
  }

  private HttpResponse<String> get(String call) throws Exception {
    return http.send(request(call).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String call, String body) throws Exception {
    HttpRequest request =
        request(call)
            .header("Lambda-Runtime-Function-Error-Type", "Runtime.BadHandler")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String call) {
    return HttpRequest.newBuilder(URI.create("http://" + api.authority() + ROOT + call));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
