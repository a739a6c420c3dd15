package io.sleddog.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.amazonaws.services.lambda.runtime.Context;
import io.sleddog.lambda.Telemetry;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What the extension does with whole test classes. */
class StrictnessTest {
  private static String fail(String order, Context context) {
    throw new IllegalStateException("the oven is cold");
  }

  /** Not run by itself: its name is none of a test. */
  @SleddogTest
  static class Careless {
    @Test
    void looksAway(Sled sled) {
      sled.invoke(StrictnessTest::fail, "rye");
    }

    @Test
    void looks(Sled sled) {
      assertThat(sled.invoke(StrictnessTest::fail, "rye").failure()).isPresent();
    }

    @Test
    void looksAtTheSpan(Sled sled) {
      assertThat(sled.invoke(StrictnessTest::fail, "rye").span("aws.lambda").error()).isOne();
    }

    @Test
    void takesNoSled() {}

    @Nested
    class Inner {
      @Test
      void hasTheSettingsOfTheOuterClass(Sled sled) {
        assertThat(sled.invoke(new Bakery(), java.util.Map.of()).response()).isEqualTo("\"rye\"");
      }
    }
  }

  @SleddogTest(strict = false)
  static class Lenient {
    @Test
    void looksAway(Sled sled) {
      sled.invoke(StrictnessTest::fail, "rye");
    }

    @Test
    void badName(Sled sled) {
      Ride ride =
          sled.invoke(
              (String order, Context context) -> {
                Telemetry.distribution("", 1);
                return order;
              },
              "rye");
      assertThat(ride.warnings()).hasSize(1);
    }
  }

  @SleddogTest(env = "NONSENSE")
  static class BadSettings {
    @Test
    void any(Sled sled) {
      sled.goCold();
    }
  }

  @SleddogTest(inProcess = true)
  static class ByName {
    @Test
    void classAndMethod(Sled sled) {
      assertThat(sled.invoke(Bakery.class, "{\"bread\":\"rye\"}").response()).isEqualTo("\"rye\"");
      assertThat(sled.invoke(Bakery.class.getName() + "::handleRequest", "{}").failure()).isEmpty();
    }

    @Test
    void unknownClass(Sled sled) {
      assertThat(sled.invoke("com.acme.None", "{}").response()).contains("Class not found");
    }
  }

  @Test
  void strictClass_failureNobodyLookedAt_failsThatTestAlone() {
    TestExecutionSummary tests = tests(Careless.class);

    assertThat(messages(tests))
        .singleElement()
        .asString()
        .startsWith("The handler failed, and the test did not look at it")
        .contains("the oven is cold");
    assertThat(tests.getTestsSucceededCount()).isEqualTo(4);
  }

  @Test
  void lenientClass_failuresAndWarnings_pass() {
    assertThat(messages(tests(Lenient.class))).isEmpty();
  }

  @Test
  void badSettings_sayWhatIsWanted() {
    assertThat(messages(tests(BadSettings.class)))
        .singleElement()
        .asString()
        .contains("env of @SleddogTest needs NAME=VALUE, and has NONSENSE");
  }

  @Test
  void inProcessClass_namesRunInTheTestsProcess() {
    assertThat(messages(tests(ByName.class))).isEmpty();
  }

  private static TestExecutionSummary tests(Class<?> testClass) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass)).build();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  private static List<String> messages(TestExecutionSummary tests) {
    return tests.getFailures().stream()
        .map(failure -> String.valueOf(failure.getException().getMessage()))
        .toList();
  }
}
