package io.sleddog.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class whose methods may take a {@link Sled}, which invokes handlers and gives what Datadog
 * would receive of them: through Sleddog's wrapper, the real forwarder and an intake on this
 * machine.
 *
 * <p>A handler object runs in the test's own process. A class or a name runs as AWS runs it, in a
 * process of its own with the real runtime interface client, whose code is the class path of the
 * test; that works on Linux only, as the runtime interface client does.
 *
 * <pre>{@code
 * @SleddogTest(env = "DD_ENV=test")
 * class OrdersTest {
 *   @Test
 *   void order(Sled sled) {
 *     Ride ride = sled.invoke(new Orders(), new Order("latte"));
 *     assertThat(ride)
 *         .succeeded()
 *         .hasSpan("aws.lambda", span -> span.hasService("orders").hasTag("env", "test"))
 *         .hasMetric("orders.placed", metric -> metric.hasSum(1))
 *         .hasLog("placed");
 *   }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(SledExtension.class)
public @interface SleddogTest {
  /** The function's name. */
  String functionName() default "function-under-test";

  /** The function's memory in MB. */
  int memoryMb() default 512;

  /**
   * Variables of the function, each as {@code NAME=VALUE}. In the test's own process they reach
   * Sleddog alone, since a process cannot change its own variables.
   */
  String[] env() default {};

  /**
   * Whether a test fails when a span, value or line that was written does not arrive, when Sleddog
   * warns of what the handler gave it, or when a handler threw and the test did not look at that.
   */
  boolean strict() default true;

  /** Whether handlers that are given as a class or by name run in the test's process, too. */
  boolean inProcess() default false;
}
