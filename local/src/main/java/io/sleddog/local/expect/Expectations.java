package io.sleddog.local.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.model.UserProblem;
import io.sleddog.local.session.InvocationStory;
import io.sleddog.local.session.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * Wants for the invocations of a session, in their order. What an entry does not name is not
 * checked; an invocation without an entry has to succeed.
 *
 * <p>Format: {@code {"invocations":[{"status":"success","maxDurationMs":500,"response":{…},
 * "spans":[{"name":…,"resource":…,"error":…,"tags":{…}}],"metrics":[{"metric":…,"value":…,
 * "tags":[…]}],"logs":[{"contains":…}]}]}}.
 */
public final class Expectations {
  private final List<JsonNode> invocations;

  private Expectations(List<JsonNode> invocations) {
    this.invocations = invocations;
  }

  /** No wants but that every invocation succeeds. */
  public static Expectations none() {
    return new Expectations(List.of());
  }

  /**
   * Reads wants.
   *
   * @throws UserProblem if the text is not JSON or has a key that means nothing
   */
  public static Expectations parse(String text) {
    JsonNode root;
    try {
      root = Json.parse(text);
    } catch (MalformedJson e) {
      throw problem("are not JSON: " + e.getMessage());
    }
    if (!root.path("invocations").isArray()) {
      throw problem("need a list \"invocations\"");
    }
    if (root.size() > 1) {
      throw problem("have more than the list \"invocations\"");
    }
    List<JsonNode> invocations = new ArrayList<>();
    root.path("invocations").forEach(invocations::add);
    invocations.forEach(ExpectationKeys::check);
    return new Expectations(invocations);
  }

  static UserProblem problem(String what) {
    return new UserProblem("The expectations " + what + ".", "See local/README.md for their form.");
  }

  /** One result for each invocation, each want without one, and the arrival of everything. */
  public List<CheckResult> check(Session session) {
    List<InvocationStory> stories = session.stories();
    List<CheckResult> results = new ArrayList<>();
    for (int at = 0; at < Math.max(stories.size(), invocations.size()); at++) {
      JsonNode wanted = at < invocations.size() ? invocations.get(at) : Json.object();
      results.add(
          at < stories.size()
              ? new StoryCheck(stories.get(at)).check(at + 1, (ObjectNode) wanted)
              : new CheckResult("#" + (at + 1), 0, List.of("there was no such invocation")));
    }
    results.add(ArrivalCheck.check(session.ledger()));
    return results;
  }
}
