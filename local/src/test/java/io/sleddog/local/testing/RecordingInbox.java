package io.sleddog.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.aws.Inbox;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what is sent; knows one function, {@code sorter}, which fails for the event {@code 0}. */
public final class RecordingInbox implements Inbox {
  private final List<String> heard = new ArrayList<>();
  private final List<JsonNode> events = new ArrayList<>();
  private Function<Payload, Invocation> answer =
      event -> Executions.invocation("any", "null", InvocationStatus.SUCCESS, null);

  /** Made by tests. */
  public RecordingInbox() {}

  /** Who got something, and what was lost, in order. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  /** The events that were taken. */
  public JsonNode event(int index) {
    return events.get(index);
  }

  /** How the functions end that get something; by default they succeed. */
  public void answerWith(Function<Payload, Invocation> ending) {
    answer = ending;
  }

  @Override
  public void take(String function, Payload event, Consumer<Invocation> after) {
    heard.add(function);
    events.add(Json.parse(event.text()));
    after.accept(answer.apply(event));
  }

  @Override
  public Optional<Invocation> call(String function, Payload event, @Nullable String context) {
    if (!function.equals("sorter")) {
      return Optional.empty();
    }
    heard.add(function + " called with " + event.text() + " " + context);
    boolean fails = event.text().equals("0");
    InvocationStatus status = fails ? InvocationStatus.ERROR : InvocationStatus.SUCCESS;
    return Optional.of(Executions.invocation(function, event.text(), status, null));
  }

  @Override
  public void lost(String where) {
    heard.add("lost: " + where);
  }
}
