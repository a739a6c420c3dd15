package io.sleddog.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same function started directly and through the layer, under the real runtime: no difference.
 */
class RedirectIT {
  private static final String PACKAGE = "io.sleddog.lambda.functions.";

  @TempDir private static Path folder;
  private static Path task;

  @BeforeAll
  static void makeTaskRoot() throws IOException {
    task = RuntimeProcess.taskRoot(folder);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Shapes$Stream | {\"a\":1}",
        "Shapes$Maps | {\"a\":{\"b\":[1,2.5,null,\"ü\"]}}",
        "Shapes$Maps | [1]",
        "Shapes$Maps | {broken",
        "Shapes$Beans | {\"id\":\"x\",\"cups\":2,\"unknown\":1}",
        "Shapes$Beans | {\"cups\":\"many\"}",
        "Shapes$Texts | \"text\"",
        "Shapes$Texts | {\"no\":\"text\"}",
        "Shapes$Numbers | 3",
        "Shapes$Lists | [{\"id\":\"a\"},{\"id\":\"b\"}]",
        "Shapes$Voids | null",
        "Shapes$Nulls | {}",
        "Shapes$Both | \"x\"",
        "Shapes$Inherits | {\"id\":\"x\"}",
        "Shapes$ThroughInterface | {\"id\":\"x\"}",
        "Shapes$Bounded | {\"id\":\"x\"}",
        "Shapes$Unbounded | {}",
        "Shapes$Raw | {}",
        "Shapes$Bytes | \"AQID\"",
        "Shapes$Inherits::handleRequest | {\"id\":\"x\"}",
        "Shapes$Stream::handleRequest | {}",
        "Methods::nothing | {}",
        "Methods::text | \"x\"",
        "Methods::textAndContext | \"x\"",
        "Methods::contextOnly | {}",
        "Methods::noResult | {}",
        "Methods::isStatic | [1,2]",
        "Methods::primitive | 41",
        "Methods::generic | {\"one\":{\"id\":\"x\"}}",
        "Methods::in | {}",
        "Methods::out | {}",
        "Methods::inWithResult | {}",
        "Methods::inAndContext | {}",
        "Methods::outAndContext | {}",
        "Methods::inAndOut | {\"a\":1}",
        "Methods::allThree | {\"a\":1}",
        "Methods::exactType | {}",
        "Methods::overloaded | \"x\"",
        "Methods::throwsUnchecked | \"x\"",
        "Methods::throwsChecked | \"x\"",
        "Methods::streamThrows | {}",
        "Languages$FileKt::handle | {\"a\":[1]}",
        "Languages$FileKt::unit | \"x\"",
        "Languages$Singleton | \"x\"",
        "Languages$Singleton::jvmStatic | \"x\"",
        "Languages$Singleton::handleRequest | \"x\"",
        "Languages$WithCompanion::handle | \"x\"",
        "Languages$WithCompanion$Companion::handle | \"x\"",
        "Languages$ScalaClass | {\"id\":\"x\"}",
        "Languages$ScalaClass::handleRequest | {\"id\":\"x\"}",
        "Languages$ScalaClass::convert | {\"id\":\"x\"}",
        "Languages$ScalaObject::handle | \"x\"",
        "Languages$ScalaObject$::handle | \"x\"",
        "Languages$GroovyScript::untyped | {\"a\":1}",
        "Languages$GroovyScript::untyped | null",
        "Languages$GroovyDefaults::handle | \"x\"",
        "Languages$Hidden | \"x\"",
        "Languages$Hidden::handleRequest | \"x\"",
        "Languages$Kind | \"x\"",
        "Languages$Kind::next | \"LATTE\"",
        "Languages$Kind::next | \"TEA\"",
        "Languages$Handling | {}",
        "Languages$Types::array | [\"a\",null]",
        "Languages$Types::numbers | [1,2]",
        "Languages$Types::flag | true",
        "Languages$Types::flag | \"yes\"",
        "Languages$Types::letter | \"x\"",
        "Languages$Types::date | 1700000000000",
        "Languages$Types::optional | {\"a\":\"b\"}",
        "Languages$Types::future | \"x\"",
        "Languages$Types::bounded | {\"id\":\"x\"}",
        "Languages$Types::unbounded | {\"id\":\"x\"}",
        "Languages$Types::iterable | [1,2]",
        "Languages$Types::itsOwn | {}",
        "Failures$Unchecked | {}",
        "Failures$Checked | {}",
        "Failures$NoMessage | {}",
        "Failures$Unchecked::handleRequest | {}",
        "Failures$Checked::handleRequest | {}",
        "Failures$AnError::handleRequest | \"x\"",
        "Failures$AnError | \"x\"",
        "Failures$Fatal | {}",
        "Failures$FatalIo | {}",
        "Failures$Unwritable | \"x\"",
        "Failures$ConstructorThrows | {}",
        "Failures$ConstructorThrowsChecked | {}",
        "Failures$InitialiserThrows | {}",
        "Failures$NoConstructor | {}",
        "Failures$PrivateConstructor | {}",
        "Failures$Inner | {}",
        "Failures$Unmade | {}",
      })
  void redirect_anyHandler_doesTheSameAsWithoutLayer(String handler, String event)
      throws Exception {
    Map<String, String> variables = Map.of("DD_LAMBDA_HANDLER", PACKAGE + handler);
    RuntimeProcess redirected = RuntimeProcess.redirected(task, variables);
    RuntimeProcess direct = RuntimeProcess.direct(task, PACKAGE + handler);
    assertThat(story(redirected, event)).isEqualTo(story(direct, event));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Missing",
    "Shapes$Neither",
    "Shapes$Neither::missing",
    "Methods::hidden",
    "Methods::refusedOnly",
    "Languages$FileKt::suspending",
    "Languages$GroovyScript::handle",
    "Languages$FileKt",
    "::method",
    "Shapes$Maps::"
  })
  void redirect_handlerIsMisnamed_saysTheSameAndNamesTheVariable(String handler) throws Exception {
    String name = handler.startsWith("::") ? handler : PACKAGE + handler;
    String direct = story(RuntimeProcess.direct(task, name), "{}");
    String redirected =
        story(RuntimeProcess.redirected(task, Map.of("DD_LAMBDA_HANDLER", name)), "{}");
    assertThat(redirected).contains(" (from DD_LAMBDA_HANDLER)");
    assertThat(redirected.replace(" (from DD_LAMBDA_HANDLER)", "")).isEqualTo(direct);
  }

  @Test
  void redirect_variableIsMissing_failsEachInvocationAndSaysWhatToDo() throws Exception {
    assertThat(story(RuntimeProcess.redirected(task, Map.of()), "{}"))
        .contains(
            "request-1/error", "DD_LAMBDA_HANDLER is not set: give it the function's own handler");
  }

  @Test
  void redirect_variableNamesTheLayer_failsEachInvocationAndSaysWhatToDo() throws Exception {
    Map<String, String> variables =
        Map.of("DD_LAMBDA_HANDLER", "io.sleddog.lambda.LayerHandler::handleRequest");
    assertThat(story(RuntimeProcess.redirected(task, variables), "{}"))
        .contains("request-1/error", "DD_LAMBDA_HANDLER names the layer's own handler");
  }

  /** What a function does when it is started and called twice. */
  private static String story(RuntimeProcess function, String event) throws Exception {
    try (function) {
      StringBuilder story = new StringBuilder(function.outcome());
      for (int i = 0; i < 2 && story.toString().endsWith("next"); i++) {
        story.append('\n').append(function.invoke(event));
      }
      assertThat(story.toString()).as(function.output()).containsAnyOf("request-0", "init/error");
      return story.toString();
    }
  }
}
