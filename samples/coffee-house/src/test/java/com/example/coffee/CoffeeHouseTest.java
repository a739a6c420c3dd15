package com.example.coffee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CoffeeHouseTest {
  private final RecordingContext context = new RecordingContext();
  private final CoffeeHouse house = new CoffeeHouse();

  @Test
  void handle_order_servesItsProduct() {
    Map<String, String> served = house.handleRequest(Map.of("product", "mocha"), context);

    assertThat(served).containsEntry("served", "mocha");
    assertThat(context.lines()).containsExactly("Sold a mocha");
  }

  @Test
  void handle_emptyOrder_servesALatte() {
    assertThat(house.handleRequest(Map.of(), context)).containsEntry("served", "latte");
  }
}
