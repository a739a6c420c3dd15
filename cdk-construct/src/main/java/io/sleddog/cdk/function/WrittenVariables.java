package io.sleddog.cdk.function;

import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The variables that instrumentations wrote on a function. CDK lays such values over the function's
 * own only at the very end and does not show them, so the next instrumentation finds them here.
 */
final class WrittenVariables extends Construct {
  private static final String ID = "SleddogVariables";

  private final Map<String, @Nullable Text> texts = new LinkedHashMap<>();

  private WrittenVariables(CfnFunction function) {
    super(function, ID);
  }

  static WrittenVariables of(CfnFunction function) {
    IConstruct there = function.getNode().tryFindChild(ID);
    return there instanceof WrittenVariables written ? written : new WrittenVariables(function);
  }

  /** Remembers a value; null means that the variable was taken away. */
  void put(String name, @Nullable Text text) {
    texts.put(name, text);
  }

  /** The function's own variables with these laid over them. */
  Entries over(Entries own) {
    Entries all = own;
    for (Map.Entry<String, @Nullable Text> it : texts.entrySet()) {
      all = all.with(it.getKey(), it.getValue());
    }
    return all;
  }
}
