package io.sleddog.lambda.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import io.sleddog.lambda.functions.Failures;
import io.sleddog.lambda.functions.Methods;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handlers that are methods, in every form that the runtime takes, without the runtime. */
class MethodHandlersTest {
  private static final String METHODS = Methods.class.getName();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nothing        | {}                         | \"nothing\"",
        "text           | \"a\"                      | \"a\"",
        "textAndContext | \"a\"                      | \"afunction\"",
        "contextOnly    | {}                         | \"function\"",
        "noResult       | {}                         | null",
        "isStatic       | [1,2]                      | [1,2]",
        "primitive      | 41                         | 42",
        "generic        | {\"one\":{\"id\":\"a\",\"cups\":1}} | {\"one\":{\"id\":\"a\",\"cups\":7}}",
        "in             | {}                         | null",
        "out            | {}                         | \"out\"",
        "inWithResult   | {}                         | null",
        "inAndContext   | {}                         | null",
        "outAndContext  | {}                         | \"function\"",
        "inAndOut       | {\"as\":\"it came\"}       | {\"as\":\"it came\"}",
        "allThree       | [ 1 ]                      | [ 1 ]",
        "overloaded     | \"x\"                      | \"two with context\"",
      })
  void call_methodOfAnyForm_answersAsUnderTheRuntime(String method, String event, String answer)
      throws IOException {
    assertThat(call(METHODS + "::" + method, event)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "throwsUnchecked, java.lang.IllegalStateException, unchecked",
    "throwsChecked,   java.io.IOException,             checked",
    "streamThrows,    java.io.IOException,             in a stream",
  })
  void call_methodThrows_throwsTheSameAndNotTheReflection(
      String method, Class<? extends Throwable> type, String message) {
    assertThatThrownBy(() -> call(METHODS + "::" + method, "\"x\""))
        .isExactlyInstanceOf(type)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Methods::hidden      | No public method named hidden with appropriate method signature",
        "Methods::refusedOnly | No public method named refusedOnly with appropriate method signature",
        "Methods::missing     | No public method named missing with appropriate method signature",
        "Methods              | Class does not implement an appropriate handler interface: ",
        "Shapes$Raw           | Class io.sleddog.lambda.functions.Shapes$Raw does not implement"
            + " RequestHandler with concrete type parameters",
      })
  void load_nothingThatFits_failsEachInvocationInTheRuntimesWords(String name, String message) {
    assertThatThrownBy(() -> call("io.sleddog.lambda.functions." + name, "{}"))
        .isInstanceOfSatisfying(
            UserFault.class, fault -> assertThat(fault.msg).startsWith(message));
  }

  @Test
  void load_classThatCannotBeMade_saysWhy() {
    assertFault(Inner.class, "cannot be instantiated because it is a non-static inner class");
    assertFault(NeedsArguments.class, "has no public zero-argument constructor");
  }

  private static void assertFault(Class<?> type, String message) {
    assertThatThrownBy(() -> call(type.getName() + "::handle", "{}"))
        .isInstanceOfSatisfying(
            UserFault.class,
            fault -> {
              assertThat(fault.msg).isEqualTo("Class " + type.getName() + " " + message);
              assertThat(fault.exception).isEqualTo("java.lang.Exception");
              assertThat(fault.fatal).isFalse();
            });
  }

  @Test
  void call_again_makesOneInstanceOnly() throws IOException {
    UserHandler handler = load(Counts.class.getName() + "::handle");
    assertThat(call(handler, "{}")).isEqualTo("1");
    assertThat(call(handler, "{}")).isEqualTo("2");
  }

  @Test
  void load_constructorFailsWithAnError_throwsItAsItIs() {
    assertThatThrownBy(() -> load(Failures.ConstructorThrows.class.getName() + "::handleRequest"))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("not today");
  }

  private static UserHandler load(String name) {
    return UserHandler.load(
        name, "io.sleddog.lambda.LayerHandler", MethodHandlersTest.class.getClassLoader());
  }

  private static String call(String name, String event) throws IOException {
    return call(load(name), event);
  }

  private static String call(UserHandler handler, String event) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)), response, new NoContext());
    return response.toString(UTF_8);
  }

  /** Belongs to an object of another class. */
  @SuppressWarnings("ClassCanBeStatic")
  public final class Inner {
    public String handle(String event) {
      return event;
    }
  }

  /** Cannot be made by anybody who does not know more. */
  public static final class NeedsArguments {
    private final String more;

    public NeedsArguments(String more) {
      this.more = more;
    }

    public String handle(String event) {
      return event + more;
    }
  }

  /** Counts its calls. */
  public static final class Counts {
    private int calls;

    public int handle() {
      return ++calls;
    }
  }
}
