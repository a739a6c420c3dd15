package com.example.coffee;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.sleddog.lambda.Span;
import io.sleddog.lambda.Telemetry;
import java.util.Map;

/** Sells coffee: one distribution metric, two tags on the function's span, one span of its own. */
public final class CoffeeHouse implements RequestHandler<Map<String, String>, Map<String, String>> {
  private static final double PRICE = 12.45;

  @Override
  public Map<String, String> handleRequest(Map<String, String> order, Context context) {
    Telemetry.currentSpan()
        .tag("customer.id", order.getOrDefault("customer", "walk-in"))
        .tag("order.id", order.getOrDefault("order", "none"));
    String cup = brew(order.getOrDefault("product", "latte"));
    context.getLogger().log("Sold a " + cup + "\n");
    return Map.of("served", cup);
  }

  private static String brew(String product) {
    try (Span span = Telemetry.startSpan("coffee.brew")) {
      span.resource(product).tag("coffee.beans_grams", 18);
      Telemetry.distribution(
          "coffee_house.order_value", PRICE, "product:" + product, "order:online");
      Machine.brew(product);
      return product;
    }
  }
}
