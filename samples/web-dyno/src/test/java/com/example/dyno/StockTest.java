package com.example.dyno;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StockTest {
  private final Stock stock = new Stock("");

  @Test
  void take_whatThereIs_isTaken() {
    assertThatCode(() -> stock.take("latte")).doesNotThrowAnyException();
  }

  @Test
  void take_whatIsSoldOut_saysSo() {
    assertThatThrownBy(() -> stock.take("none")).hasMessage("none is sold out");
  }
}
