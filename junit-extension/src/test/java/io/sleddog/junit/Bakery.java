package io.sleddog.junit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.sleddog.lambda.Telemetry;
import java.util.Map;

/** A function to test: counts what it bakes, and refuses stones. */
public final class Bakery implements RequestHandler<Map<String, String>, String> {
  /** Made by the runtime. */
  public Bakery() {}

  @Override
  public String handleRequest(Map<String, String> order, Context context) {
    String bread = order.getOrDefault("bread", "rye");
    if (bread.equals("stone")) {
      throw new IllegalArgumentException("cannot bake a stone");
    }
    Telemetry.distribution("bakery.baked", 1, "bread:" + bread);
    context.getLogger().log("Baked " + bread + " in " + System.getenv("OVEN") + "\n");
    return bread;
  }
}
