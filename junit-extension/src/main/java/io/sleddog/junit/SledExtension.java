package io.sleddog.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test methods their {@link Sled}: one for each test class, closed when the class is done.
 */
final class SledExtension implements ParameterResolver {
  private static final Namespace OURS = Namespace.create(SledExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sled.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(test, SledExtension::open, OpenSled.class)
        .sled();
  }

  private static OpenSled open(Class<?> test) {
    return new OpenSled(Sled.open(test.getAnnotation(SleddogTest.class)));
  }

  /** Closed by JUnit with the store that holds it. */
  private record OpenSled(Sled sled) implements AutoCloseable {
    @Override
    public void close() {
      sled.close();
    }
  }
}
