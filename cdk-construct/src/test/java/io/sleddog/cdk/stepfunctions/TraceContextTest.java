package io.sleddog.cdk.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceContextTest {
  @Test
  void inPayload_ownValues_areKeptBesideTheContext() {
    assertThat(TraceContext.inPayload(Map.of("order.$", "$.order")))
        .containsOnly(
            Map.entry("order.$", "$.order"),
            Map.entry("Execution.$", "$$.Execution"),
            Map.entry("State.$", "$$.State"),
            Map.entry("StateMachine.$", "$$.StateMachine"));
  }

  @Test
  void inPayload_twice_isTheSame() {
    Map<String, Object> once = TraceContext.inPayload(Map.of());

    assertThat(TraceContext.inPayload(once)).isEqualTo(once);
  }

  @Test
  void inPayload_takenName_isRefusedByName() {
    assertThatThrownBy(() -> TraceContext.inPayload(Map.of("State.$", "$.state")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"State.$\"");
    assertThatThrownBy(() -> TraceContext.inPayload(Map.of("Execution", "mine")))
        .hasMessageContaining("\"Execution.$\"");
  }

  @Test
  void inInput_ownValues_areKeptBesideTheContext() {
    assertThat(TraceContext.inInput(Map.of("order", 1)))
        .containsOnly(
            Map.entry("order", 1),
            Map.entry("CONTEXT.$", "$$['Execution', 'State', 'StateMachine']"));
    assertThatThrownBy(() -> TraceContext.inInput(Map.of("CONTEXT.$", "$")))
        .hasMessageContaining("\"CONTEXT.$\"");
  }
}
