package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private final List<String> lines = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Context context = new FakeContext();
  private final Rehearsal rehearsal =
      new Rehearsal(
          Map.of("DD_ENV", "test", "DD_FLUSH_TO_LOG", "true", "AWS_LAMBDA_FUNCTION_NAME", "orders"),
          line -> lines.add(new String(line, StandardCharsets.UTF_8)),
          warnings::add);

  /** Reads its event as an object. */
  public static final class Kitchen implements RequestHandler<Map<String, Integer>, String> {
    private final String prefix;

    /** For the runtime. */
    public Kitchen() {
      this("made by name: ");
    }

    Kitchen(String prefix) {
      this.prefix = prefix;
    }

    @Override
    public String handleRequest(Map<String, Integer> order, Context context) {
      return prefix + order;
    }
  }

  @Test
  void invoke_object_givesResultAndLines() {
    String result =
        rehearsal.invoke(
            "tea",
            context,
            (order, ignored) -> {
              Telemetry.distribution("orders.placed", 1, "kind:" + order);
              return "a cup of " + order;
            });

    assertThat(result).isEqualTo("a cup of tea");
    assertThat(String.join("", lines))
        .contains("\"m\":\"orders.placed\"", "kind:tea", "{\"traces\":", "\"env\":\"test\"");
    assertThat(warnings).isEmpty();
  }

  @Test
  void invoke_stream_givesResponseAndLines() throws Exception {
    String response = response("{}", (in, out, ignored) -> out.write(in.readAllBytes()));

    assertThat(response).isEqualTo("{}");
    assertThat(String.join("", lines)).contains("{\"traces\":");
  }

  @Test
  void invoke_handlerThrows_theSameObjectLeaves() {
    IllegalStateException users = new IllegalStateException("no tea");

    assertThatThrownBy(
            () ->
                rehearsal.invoke(
                    "tea",
                    context,
                    (order, ignored) -> {
                      throw users;
                    }))
        .isSameAs(users);
    assertThat(String.join("", lines)).contains("no tea");
  }

  @Test
  void invoke_badPoint_isWarnedOf() {
    rehearsal.invoke(
        "tea",
        context,
        (order, ignored) -> {
          Telemetry.distribution("", 1);
          return order;
        });

    assertThat(warnings).hasSize(1);
  }

  @Test
  void handler_byName_isMadeAndReadsJson() throws Exception {
    RequestStreamHandler handler =
        Rehearsal.handler(Kitchen.class.getName(), Kitchen.class.getClassLoader());

    assertThat(response("{\"tea\":2}", handler)).isEqualTo("\"made by name: {tea=2}\"");
  }

  @Test
  void handler_thatIsMade_readsJson() throws Exception {
    RequestStreamHandler handler = Rehearsal.handler(new Kitchen("mine: "));

    assertThat(response("{\"tea\":2}", handler)).isEqualTo("\"mine: {tea=2}\"");
  }

  @Test
  void handler_withoutTypes_saysSoWhenItIsInvoked() {
    RequestHandler<Map<String, Integer>, String> untyped = (order, ignored) -> "";

    assertThatThrownBy(() -> response("{}", Rehearsal.handler(untyped)))
        .extracting("msg")
        .asString()
        .contains("does not implement RequestHandler with concrete type parameters");
  }

  private String response(String event, RequestStreamHandler handler) throws Exception {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    ByteArrayInputStream bytes = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    rehearsal.invoke(bytes, response, context, handler);
    return response.toString(StandardCharsets.UTF_8);
  }
}
