package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The policy of a function: who may invoke it. */
public final class Grants {
  private final JsonNode policy;

  /**
   * Creates it.
   *
   * @param policy the policy's document; an empty object if there is none
   */
  public Grants(JsonNode policy) {
    this.policy = policy;
  }

  /** No grant at all. */
  public static Grants none() {
    return new Grants(Json.object());
  }

  /** Whether a statement lets CloudWatch Logs invoke the function for a log group. */
  public boolean allowsLogs(String logGroupArn) {
    return StreamSupport.stream(policy.path("Statement").spliterator(), false)
        .anyMatch(it -> isForLogs(it) && covers(it.path("Condition"), logGroupArn));
  }

  private static boolean isForLogs(JsonNode statement) {
    return statement.path("Effect").asText().equals("Allow")
        && any(
            statement.path("Principal").path("Service"),
            it -> it.matches("logs\\..*amazonaws\\.com(\\.cn)?"))
        && any(statement.path("Action"), it -> it.matches("lambda:(InvokeFunction|Invoke\\*|\\*)"));
  }

  private static boolean covers(JsonNode condition, String logGroupArn) {
    for (JsonNode operator : condition) {
      for (var entry : ((ObjectNode) operator).properties()) {
        boolean isSource = entry.getKey().toLowerCase(Locale.ROOT).equals("aws:sourcearn");
        if (isSource && !any(entry.getValue(), it -> matches(it, logGroupArn))) {
          return false;
        }
      }
    }
    return true;
  }

  /** A filter's events come from the group's ARN with one more field, the stream. */
  private static boolean matches(String pattern, String logGroupArn) {
    return Selection.glob(pattern).test(logGroupArn)
        || Selection.glob(pattern).test(logGroupArn + ":*");
  }

  private static boolean any(JsonNode oneOrMany, Predicate<String> wanted) {
    return oneOrMany.isArray()
        ? StreamSupport.stream(oneOrMany.spliterator(), false)
            .map(JsonNode::asText)
            .anyMatch(wanted)
        : oneOrMany.isTextual() && wanted.test(oneOrMany.asText());
  }
}
