package io.sleddog.emulator;

import java.net.URI;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Finds or starts the emulator once for all tests of a run, and ends it after the last. */
final class EmulatorExtension implements ExecutionCondition, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(EmulatorExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Search search = search(context);
    if (search.found == null) {
      return ConditionEvaluationResult.disabled(search.problem);
    }
    if (needsFunctions(context) && !search.found.createsFunctions()) {
      String line = "Skipped, as the emulator has no runtimes of functions; .ci/docker makes one";
      System.out.println(line);
      return ConditionEvaluationResult.disabled(line);
    }
    return ConditionEvaluationResult.enabled("The emulator is at " + search.found.endpoint());
  }

  private static boolean needsFunctions(ExtensionContext context) {
    UsesAwsEmulator use = context.getRequiredTestClass().getAnnotation(UsesAwsEmulator.class);
    return use != null && use.functions();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AwsEmulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Optional.ofNullable(search(context).found).orElseThrow();
  }

  private static Search search(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Search.class, key -> Search.begin(), Search.class);
  }

  /** The outcome of the one search of a run. */
  private static final class Search implements AutoCloseable {
    final @Nullable AwsEmulator found;
    final String problem;

    private Search(@Nullable AwsEmulator found, String problem) {
      this.found = found;
      this.problem = problem;
    }

    static Search begin() {
      String endpoint = System.getenv().getOrDefault("AWS_ENDPOINT_URL", "");
      if (!endpoint.isEmpty()) {
        URI uri = URI.create(endpoint);
        return new Search(() -> uri, "");
      }
      try {
        Optional<EmulatorSource> source = ServiceLoader.load(EmulatorSource.class).findFirst();
        return source.isPresent()
            ? new Search(source.get().start(), "")
            : none("AWS_ENDPOINT_URL names none, and the Maven profile docker is not active");
      } catch (EmulatorMissing e) {
        return none(String.valueOf(e.getMessage()));
      } catch (ServiceConfigurationError e) {
        return none("the profile docker needs the modules that a module needs: add -am");
      }
    }

    private static Search none(String reason) {
      String line = "Skipped, as there is no emulator of AWS: " + reason;
      System.out.println(line);
      return new Search(null, line);
    }

    @Override
    public void close() {
      if (found != null) {
        found.close();
      }
    }
  }
}
