package io.sleddog.junit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each test its {@link Sled}; those of a test class run on the same {@link Track}. */
final class SledExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace OURS = Namespace.create(SledExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sled.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Track track = track(context);
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent(context.getUniqueId(), id -> new Sled(track), Sled.class);
  }

  private static Track track(ExtensionContext context) {
    Class<?> owner = owner(context.getRequiredTestClass());
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(owner, SledExtension::open, OpenTrack.class)
        .track();
  }

  private static OpenTrack open(Class<?> owner) {
    return new OpenTrack(
        Track.open(
            AnnotationSupport.findAnnotation(owner, SleddogTest.class)
                .orElseThrow(
                    () -> new IllegalStateException(owner.getName() + " is no @SleddogTest"))));
  }

  /** The class with the annotation: the test class, or one around it. */
  private static Class<?> owner(Class<?> test) {
    boolean annotated = AnnotationSupport.isAnnotated(test, SleddogTest.class);
    Class<?> around = test.getEnclosingClass();
    return annotated || around == null ? test : owner(around);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Sled sled = context.getStore(OURS).get(context.getUniqueId(), Sled.class);
    if (sled != null && context.getExecutionException().isEmpty()) {
      sled.requireFailuresSeen();
    }
  }

  /** Closed by JUnit with the store that holds it. */
  private record OpenTrack(Track track) implements AutoCloseable {
    @Override
    public void close() {
      track.close();
    }
  }
}
