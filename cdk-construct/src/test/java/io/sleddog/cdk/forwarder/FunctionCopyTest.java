package io.sleddog.cdk.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.lambda.FunctionOptions;

class FunctionCopyTest {
  private static final Set<String> DECIDED_BY_THE_FORWARDER =
      Set.of(
          "getEnvironment",
          "getRole",
          "getLogGroup",
          "getLogRetention",
          "getLogRetentionRole",
          "getLogRetentionRetryOptions",
          "getLogRemovalPolicy");

  @Test
  void of_options_readsEachOptionThatCdkKnows() {
    Set<String> read = new HashSet<>(DECIDED_BY_THE_FORWARDER);
    FunctionOptions options =
        (FunctionOptions)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {FunctionOptions.class},
                (proxy, method, arguments) -> {
                  read.add(method.getName());
                  return null;
                });

    FunctionCopy.of(options);

    Set<String> known =
        Arrays.stream(FunctionOptions.class.getMethods())
            .map(Method::getName)
            .filter(name -> name.startsWith("get"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(read).containsAll(known);
  }
}
