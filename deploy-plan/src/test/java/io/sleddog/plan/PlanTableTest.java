package io.sleddog.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.plan.calls.ApiCalls;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.settings.Settings;
import io.sleddog.rules.GoldenCases;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A function as it is and the settings, and what is to be done: {@code before.json}, {@code
 * settings.json} and {@code plan.json} in a folder for each case. In {@code plan.json}, calls are
 * there if everything is known.
 */
class PlanTableTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GoldenCases CASES =
      new GoldenCases("table", Set.of("before.json", "settings.json"), Set.of("plan.json"));

  static List<String> cases() {
    return CASES.names();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void plan_asInTheTable_isTheSame(String name) throws IOException {
    JsonNode before = JSON.readTree(CASES.input(name, "before.json"));
    JsonNode wish = JSON.readTree(CASES.input(name, "settings.json"));
    FunctionDescription function = PlanFiles.function(before);
    Settings settings = PlanFiles.settings(wish);

    Plan plan =
        wish.path("uninstrument").asBoolean()
            ? new Planner().uninstrument(function, settings)
            : new Planner().instrument(function, settings);

    CASES.check(name, "plan.json", print(function, plan));
    assertThat(plan.inverse().applyTo(plan.applyTo(function)).withLogGroup(function.logGroup()))
        .isEqualTo(function);
  }

  private static String print(FunctionDescription function, Plan plan) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode changes = json.putArray("changes");
    plan.changes().forEach(change -> changes.add(change.toString()));
    findings(json, "warnings", plan.warnings());
    findings(json, "refusals", plan.refusals());
    if (isKnown(function, plan)) {
      json.set("calls", JSON.valueToTree(ApiCalls.of(function, plan)));
    }
    DefaultPrettyPrinter.Indenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JSON.writer(printer).writeValueAsString(json) + "\n";
  }

  private static boolean isKnown(FunctionDescription function, Plan plan) {
    String all = function.toString() + plan;
    return !plan.isEmpty() && !all.contains("${");
  }

  private static void findings(ObjectNode json, String member, List<Finding> findings) {
    if (!findings.isEmpty()) {
      ArrayNode array = json.putArray(member);
      findings.forEach(finding -> array.add(finding.toString()));
    }
  }
}
