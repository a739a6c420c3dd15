package io.sleddog.plan;

import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions for tests; in texts, <code>${X}</code> stands for what is not known. */
public final class Functions {
  /** Where they are. */
  public static final Place PLACE =
      new Place(Text.of("aws"), Text.of("eu-west-1"), Text.of("123456789012"));

  /** A version of the layer. */
  public static final String LAYER = "arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:3";

  /** A forwarder. */
  public static final String FORWARDER = "arn:aws:lambda:eu-west-1:123456789012:function:forwarder";

  /** The layer's handler. */
  public static final String REDIRECT = "io.sleddog.lambda.LayerHandler::handleRequest";

  private Functions() {}

  /** A Java function with that handler. */
  public static FunctionDescription java(String handler) {
    return of("java21", handler);
  }

  /** A function on that runtime. */
  public static FunctionDescription of(String runtime, String handler) {
    Code code = Code.zip(PlanFiles.text(runtime), PlanFiles.text(handler));
    return FunctionDescription.of("Orders", Text.of("orders"), PLACE, code);
  }

  /** The same function with variables, given as names and values in turn. */
  public static FunctionDescription with(FunctionDescription function, String... variables) {
    return function.withEnvironment(entries(variables));
  }

  /** The same function with layers. */
  public static FunctionDescription layered(FunctionDescription function, String... arns) {
    return function.withLayers(Layers.of(Arrays.stream(arns).map(PlanFiles::text).toList()));
  }

  /** A text with holes. */
  public static Text text(String marked) {
    return PlanFiles.text(marked);
  }

  /** Names and values in turn. */
  public static Entries entries(String... namesAndValues) {
    Map<String, Text> texts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      texts.put(namesAndValues[i], PlanFiles.text(namesAndValues[i + 1]));
    }
    return Entries.of(texts);
  }

  /** What rules make of a function. */
  public static Plan plan(List<Rule> rules, FunctionDescription function, Settings settings) {
    return new Draft(function.id()).apply(rules, function, settings).plan();
  }
}
