package io.sleddog.emulator;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that run on an emulator of AWS and take it as a parameter of type {@link AwsEmulator}: the
 * one that {@code AWS_ENDPOINT_URL} names, else a container in the Maven profile {@code docker}.
 * Without either they are skipped.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("emulator")
@ExtendWith(EmulatorExtension.class)
public @interface UsesAwsEmulator {
  /** Whether they are skipped, too, where the emulator has not what it creates functions with. */
  boolean functions() default false;
}
