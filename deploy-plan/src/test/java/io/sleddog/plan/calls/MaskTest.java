package io.sleddog.plan.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.settings.Variable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  @ParameterizedTest
  @ValueSource(strings = {"DB_PASSWORD", "DD_API_KEY", "DD_KMS_API_KEY", "TABLE", "dd_service"})
  void masked_variableOfTheUser_isHidden(String name) {
    assertThat(shown(name)).isEqualTo("****");
  }

  @ParameterizedTest
  @EnumSource(Variable.class)
  void masked_variableThatIsNoSecret_isShown(Variable variable) {
    assertThat(shown(variable.key())).isEqualTo("value");
  }

  @Test
  void masked_otherMembers_stayAndSoDoesTheCallItself() {
    ApiCall call =
        new ApiCall(
            "UpdateFunctionConfiguration",
            Map.of("Handler", "h", "Environment", Map.of("Variables", Map.of("A", "1"))),
            "why");

    assertThat(call.masked().call()).isEqualTo("UpdateFunctionConfiguration");
    assertThat(call.masked().reason()).isEqualTo("why");
    assertThat(call.masked().input()).containsEntry("Handler", "h").hasSize(2);
    assertThat(call.input().toString()).contains("A=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "list", "none"})
  void masked_callWithoutAMapOfVariables_isTheSame(String kind) {
    Object environment =
        kind.equals("text") ? "x" : kind.equals("list") ? List.of("x") : Map.of("Other", "x");
    ApiCall call = new ApiCall("PutSubscriptionFilter", Map.of("Environment", environment), "why");

    assertThat(call.masked()).isEqualTo(call);
  }

  private static String shown(String name) {
    Map<String, Object> environment = Map.of("Variables", Map.of(name, "value"));
    ApiCall call = new ApiCall("Call", Map.of("Environment", environment), "why");
    String masked = call.masked().input().toString();
    return masked.substring(masked.lastIndexOf('=') + 1, masked.indexOf('}'));
  }
}
