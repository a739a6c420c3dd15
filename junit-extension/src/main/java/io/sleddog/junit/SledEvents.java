package io.sleddog.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * The events of a {@code @ParameterizedTest}, whose first parameter is a {@link SledEvent}.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @SledEvents(samples = {"sqs", "http-api"}, files = "/events/order.json")
 * void order(SledEvent event, Sled sled) {
 *   assertThat(sled.invokeJson(new Orders(), event.json())).succeeded();
 * }
 * }</pre>
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(SledEventArguments.class)
public @interface SledEvents {
  /**
   * Triggers whose sample event is wanted, as {@link SledEvent#sample} names them; {@code *} means
   * all of them.
   */
  String[] samples() default {};

  /** Resources of the class path, as {@link SledEvent#resource} names them. */
  String[] files() default {};

  /** Whether each sample comes a second and a third time, with the trace of a caller. */
  boolean callers() default false;
}
