package io.sleddog.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The code in the README is compiled and run as it stands there. */
class ReadmeTest {
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static final String IMPORTS =
      """
      import static io.sleddog.junit.SledAssertions.assertThat;
      import com.amazonaws.services.lambda.runtime.*;
      import io.sleddog.junit.*;
      import io.sleddog.lambda.Telemetry;
      import org.junit.jupiter.api.Test;
      import org.junit.jupiter.params.ParameterizedTest;
      """;

  /** The function that the README's tests are of. */
  private static final String FUNCTION =
      """
      final class FakeStock {
        boolean reserve(String item) {
          try (var span = Telemetry.startSpan("stock.reserve")) {
            span.tag("item", item);
          }
          return true;
        }
      }

      record Order(String item) {}

      final class Orders implements RequestHandler<Object, String> {
        private final FakeStock stock;

        Orders() {
          this(new FakeStock());
        }

        Orders(FakeStock stock) {
          this.stock = stock;
        }

        @Override
        public String handleRequest(Object order, Context context) {
          stock.reserve(order.toString());
          Telemetry.distribution("orders.placed", 1, "kind:web");
          String trace = Telemetry.traceHeaders().get("x-datadog-trace-id");
          context.getLogger().log("placed dd.trace_id=" + trace + "\\n");
          return "done";
        }
      }
      """;

  private final Path folder;

  ReadmeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher code = CODE.matcher(Files.readString(Path.of("README.md")));
    while (code.find()) {
      blocks.add(code.group(1));
    }
    return blocks;
  }

  @Test
  void firstExample_isATestThatPasses_inTenLines() throws Exception {
    String example = blocks().get(0);

    TestExecutionSummary tests = run(example);

    assertThat(tests.getFailures()).isEmpty();
    assertThat(tests.getTestsSucceededCount()).isOne();
    assertThat(methodLines(example)).as("lines of the test itself").isLessThanOrEqualTo(10);
  }

  private static long methodLines(String example) {
    return example
        .lines()
        .dropWhile(line -> !line.contains("@Test"))
        .filter(line -> !line.equals("}"))
        .count();
  }

  @Test
  void firstExample_whenTheFunctionForgetsItsMetric_fails() throws Exception {
    String forgetful =
        FUNCTION
            .replace("Telemetry.distribution(", "forget(")
            .replace("final class Orders implements", "final class Orders extends Lazy implements");
    String lazy = "class Lazy {\n  static void forget(Object... all) {}\n}\n";

    TestExecutionSummary tests = run(blocks().get(0), forgetful + lazy);

    assertThat(tests.getFailures())
        .singleElement()
        .extracting(failure -> String.valueOf(failure.getException().getMessage()))
        .asString()
        .contains("to write the metric orders.placed", "stock.reserve");
  }

  @Test
  void exampleOfEvents_runsWithEachOfThem() throws Exception {
    Path events = Files.createDirectories(folder.resolve("events"));
    Files.writeString(events.resolve("order.json"), "{\"item\":\"latte\"}");

    TestExecutionSummary tests =
        run("@SleddogTest\nclass EventsTest {\n" + blocks().get(1) + "}\n");

    assertThat(tests.getFailures()).isEmpty();
    assertThat(tests.getTestsSucceededCount())
        .as("two samples, each with and without callers, and a file")
        .isGreaterThanOrEqualTo(5);
  }

  private TestExecutionSummary run(String example) throws Exception {
    return run(example, FUNCTION);
  }

  private TestExecutionSummary run(String example, String function) throws Exception {
    String name = example.replaceAll("(?s).*\\bclass (\\w+).*", "$1");
    Path source = Files.writeString(folder.resolve(name + ".java"), IMPORTS + example + function);
    compile(source);
    URL[] classes = {folder.toUri().toURL()};
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(classes, before)) {
      thread.setContextClassLoader(loader);
      return tests(loader.loadClass(name));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void compile(Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-d", folder.toString(), "-proc:none"),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertThat(done).as(messages.toString()).isTrue();
    }
  }

  private static TestExecutionSummary tests(Class<?> testClass) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass)).build();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }
}
