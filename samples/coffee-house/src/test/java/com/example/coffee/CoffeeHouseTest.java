package com.example.coffee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void handle_decaf_isRefused() {
    assertThatThrownBy(() -> house.handleRequest(Map.of("product", "decaf"), context))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no decaf in this house");
  }

  @Test
  void handle_coldBrew_takesLongerThanAnyoneWaits() {
    Thread.currentThread().interrupt();

    house.handleRequest(Map.of("product", "cold brew"), context);

    assertThat(Thread.interrupted()).as("it was cut short").isTrue();
  }

  @Test
  void handle_emptyOrder_servesALatte() {
    assertThat(house.handleRequest(Map.of(), context)).containsEntry("served", "latte");
  }
}
