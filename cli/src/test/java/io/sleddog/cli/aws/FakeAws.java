package io.sleddog.cli.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An account in memory: Lambda and CloudWatch Logs as far as the commands use them. */
public final class FakeAws implements Cloud {
  public static final String ACCOUNT = "123456789012";

  private final FakeLambda lambda = new FakeLambda();
  private final FakeLogs logs = new FakeLogs();
  private final FakeOthers others = new FakeOthers();
  private final FakeStacks stacks = new FakeStacks();
  private final FakeObjects objects = new FakeObjects();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());

  private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();

  private final List<Meanwhile> meanwhile = Collections.synchronizedList(new ArrayList<>());

  private record Fault(String operation, String part, String code) {}

  private record Meanwhile(String operation, String part, Runnable action) {}

  public FakeLambda lambda() {
    return lambda;
  }

  public FakeLogs logs() {
    return logs;
  }

  public FakeOthers others() {
    return others;
  }

  public FakeStacks stacks() {
    return stacks;
  }

  public FakeObjects objects() {
    return objects;
  }

  /** Every call so far, as {@code operation}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  public void forgetCalls() {
    calls.clear();
  }

  /** Lets the calls of an operation fail whose input contains a text. */
  public void fail(String operation, String part, String code) {
    faults.add(new Fault(operation, part, code));
  }

  /** Nothing fails any more. */
  public void mend() {
    faults.clear();
  }

  /** What happens while an operation is under way whose input contains a text. */
  public void during(String operation, String part, Runnable action) {
    meanwhile.add(new Meanwhile(operation, part, action));
  }

  /** Sets what an operation of any service answers; single quotes stand for double ones. */
  public void always(String operation, String json) {
    answers.put(operation, Json.parse(json.replace('\'', '"')));
  }

  @Override
  public Service service(ServiceName name, String region) {
    return (operation, input) -> {
      calls.add(operation);
      JsonNode request = Json.tree(input);
      meanwhile.stream()
          .filter(it -> it.operation().equals(operation))
          .filter(it -> request.toString().contains(it.part()))
          .forEach(it -> it.action().run());
      faults.stream()
          .filter(it -> it.operation().equals(operation))
          .filter(it -> request.toString().contains(it.part()))
          .findFirst()
          .ifPresent(
              it -> {
                throw new AwsFailure(name, operation, it.code(), "said by the test", null);
              });
      JsonNode fixed = answers.get(operation);
      if (fixed != null) {
        return fixed;
      }
      return switch (name) {
        case LAMBDA -> lambda.call(operation, (ObjectNode) request, region);
        case LOGS -> logs.call(operation, (ObjectNode) request);
        case CLOUDFORMATION ->
            others.knows(operation, request)
                ? others.call(name, operation, request)
                : stacks.call(operation, (ObjectNode) request);
        case S3 -> objects.call(operation, (ObjectNode) request);
        default -> others.call(name, operation, request);
      };
    };
  }

  @Override
  public Map<String, String> variables(String region) {
    return Map.of("AWS_ACCESS_KEY_ID", "mine", "AWS_REGION", region);
  }

  @Override
  public Optional<String> region() {
    return Optional.empty();
  }

  /** The failure of something that is not there. */
  static AwsFailure notFound(ServiceName service, String operation) {
    return new AwsFailure(service, operation, "ResourceNotFoundException", "not there", null);
  }

  /** The members of a fixed answer. */
  static ObjectNode answer(String member, Object value) {
    return (ObjectNode) Json.tree(Map.of(member, value));
  }
}
