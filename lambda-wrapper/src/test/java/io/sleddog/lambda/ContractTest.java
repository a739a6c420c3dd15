package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what the wrapper writes to the lines that the forwarder is held to as well. */
class ContractTest {
  private static final GoldenFolder CONTRACT = new GoldenFolder(Path.of("../contract/wrapper"));

  @ParameterizedTest
  @MethodSource("scenarios")
  void lines_areThoseOfTheContract(String name, Scenario scenario) throws IOException {
    CONTRACT.check(name + ".line", scenario.line());
  }

  @Test
  void contract_hasNoLineThatNobodyWrites() {
    assertThat(CONTRACT.names(".line")).containsExactlyInAnyOrderElementsOf(SCENARIOS.keySet());
  }

  private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

  static {
    add("metric-invocations", 0, Functions.Ok.class);
    add("metric-errors", 1, Functions.Fails.class);
    add("metric-custom", 1, Functions.CoffeeHouse.class);
    add("metric-hostile", 1, Functions.Hostile.class);
    add("trace-function", 1, Functions.Ok.class);
    add("trace-error", 2, Functions.Fails.class);
    add("trace-custom-spans", 2, Functions.CoffeeHouse.class);
    add("trace-hostile", 2, Functions.Hostile.class);
    add(
        "trace-unified-tags",
        1,
        Functions.Ok.class,
        "DD_SERVICE",
        "shop",
        "DD_ENV",
        "prod",
        "DD_VERSION",
        "1.2.3");
  }

  private static void add(String name, int line, Class<?> handler, String... variables) {
    SCENARIOS.put(name, new Scenario(line, handler, variables));
  }

  static List<Object[]> scenarios() {
    return SCENARIOS.entrySet().stream()
        .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
        .collect(Collectors.toList());
  }

  /** One invocation and which of its lines is meant. */
  private static final class Scenario {
    private final int line;
    private final Class<?> handler;
    private final String[] variables;

    Scenario(int line, Class<?> handler, String... variables) {
      this.line = line;
      this.handler = handler;
      this.variables = variables;
    }

    String line() throws IOException {
      FunctionUnderTest function = new FunctionUnderTest(handler);
      for (int i = 0; i < variables.length; i += 2) {
        function.with(variables[i], variables[i + 1]);
      }
      try {
        function.invoke("{}");
      } catch (Functions.OutOfBeans expected) {
        assertThat(handler).isEqualTo(Functions.Fails.class);
      }
      return function.lines().get(line);
    }
  }
}
