package io.sleddog.junit;

import static io.sleddog.junit.SledAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The extension among the other ways in which people write test classes. */
class TestLivesTest {
  private static String fail(String order, Context context) {
    throw new IllegalStateException("the oven is cold");
  }

  /** Settings of a company for all its tests. */
  @SleddogTest(functionName = "company", env = "DD_ENV=ci")
  @Retention(RetentionPolicy.RUNTIME)
  @interface CompanyTest {}

  @CompanyTest
  static class Composed {
    @Test
    void hasTheSettings(Sled sled) {
      assertThat(sled.invoke(new Bakery(), Map.of()))
          .hasSpan("aws.lambda", span -> span.hasService("company").hasTag("env", "ci"));
    }
  }

  @SleddogTest(functionName = "base")
  static class Base {}

  static class Inheriting extends Base {
    @Test
    void hasTheSettingsOfItsParent(Sled sled) {
      assertThat(sled.invoke(new Bakery(), Map.of()))
          .hasSpan("aws.lambda", span -> span.hasService("base"));
    }
  }

  @SleddogTest
  static class InBeforeEach {
    private Ride ride;

    @BeforeEach
    void invoke(Sled sled) {
      ride = sled.invoke(new Bakery(), Map.of("bread", "rye"));
    }

    @Test
    void isTheSameSled(Sled sled) {
      assertThat(ride).succeeded();
      assertThat(sled.invoke(new Bakery(), Map.of())).wasWarm();
    }
  }

  @SleddogTest
  static class FailsInAfterEach {
    @Test
    void passes(Sled sled) {
      assertThat(sled.invoke(new Bakery(), Map.of())).succeeded();
    }

    @AfterEach
    void looksAway(Sled sled) {
      sled.invoke(TestLivesTest::fail, "rye");
    }
  }

  @SleddogTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance {
    private int runs;

    @RepeatedTest(3)
    void firstIsCold(Sled sled) {
      Ride ride = sled.invoke(new Bakery(), Map.of());
      boolean cold = ride.invocation().timing().init() != null;
      runs++;
      assertThat(cold).isEqualTo(runs == 1);
    }
  }

  @SleddogTest
  @Execution(ExecutionMode.CONCURRENT)
  static class SideBySide {
    @RepeatedTest(8)
    void eachSeesItsOwn(Sled sled) {
      String bread = "bread-" + Thread.currentThread().getId();
      assertThat(sled.invoke(new Bakery(), Map.of("bread", bread)))
          .succeeded()
          .hasMetric("bakery.baked", metric -> metric.hasCount(1).hasTag("bread:" + bread));
    }
  }

  @SleddogTest
  static class FailsByItself {
    @Test
    void ownFailureComesFirst(Sled sled) {
      sled.invoke(TestLivesTest::fail, "rye");
      throw new AssertionError("the test's own");
    }
  }

  static class WithoutAnnotation {
    @Test
    void takesASled(Sled sled) {
      sled.goCold();
    }
  }

  @Test
  void annotation_ofACompany_orOfAParent_counts() {
    assertThat(messages(tests(Composed.class))).isEmpty();
    assertThat(messages(tests(Inheriting.class))).isEmpty();
  }

  @Test
  void beforeEach_takesTheSledOfItsTest() {
    assertThat(messages(tests(InBeforeEach.class))).isEmpty();
  }

  @Test
  void afterEach_aFailureThere_isSeenToo() {
    assertThat(messages(tests(FailsInAfterEach.class)))
        .singleElement()
        .asString()
        .startsWith("The handler failed, and the test did not look at it");
  }

  @Test
  void oneInstance_repeated_startsColdOnce() {
    TestExecutionSummary tests = tests(OneInstance.class);

    assertThat(messages(tests)).isEmpty();
    assertThat(tests.getTestsSucceededCount()).isEqualTo(3);
  }

  @Test
  void sideBySide_testsOfAClass_doNotMix() {
    TestExecutionSummary tests = tests(SideBySide.class);

    assertThat(messages(tests)).isEmpty();
    assertThat(tests.getTestsSucceededCount()).isEqualTo(8);
  }

  @Test
  void testThatFails_isNotToldOfItsHandlerBesides() {
    assertThat(messages(tests(FailsByItself.class))).containsExactly("the test's own");
  }

  @Test
  void sledWithoutTheAnnotation_isRefusedByJUnit() {
    assertThat(messages(tests(WithoutAnnotation.class)))
        .singleElement()
        .asString()
        .contains("No ParameterResolver registered for parameter")
        .contains("Sled");
  }

  private static TestExecutionSummary tests(Class<?> testClass) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                    "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .build(),
            listener);
    return listener.getSummary();
  }

  private static List<String> messages(TestExecutionSummary tests) {
    return tests.getFailures().stream()
        .map(failure -> String.valueOf(failure.getException().getMessage()))
        .toList();
  }
}
