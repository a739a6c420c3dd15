package io.sleddog.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class whose methods may take a {@link Sled}. The class path of the test is the function's
 * code; its process runs on the real runtime interface client, under Sleddog's layer, and the real
 * forwarder reads what it writes. Linux only, as the runtime interface client.
 *
 * <pre>{@code
 * @SleddogTest(env = "STAGE=test")
 * class OrdersTest {
 *   @Test
 *   void order(Sled sled) {
 *     Ride ride = sled.invoke(Orders.class, "{\"product\":\"latte\"}");
 *     assertThat(ride.span("aws.lambda").error()).isZero();
 *     assertThat(ride.sum("orders.placed")).isEqualTo(1);
 *     assertThat(ride.logs()).anyMatch(log -> log.message().contains("placed"));
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

  /** Variables of the function, each as {@code NAME=VALUE}. */
  String[] env() default {};

  /** Whether an invocation fails the test when a span, value or line of it does not arrive. */
  boolean strict() default true;
}
