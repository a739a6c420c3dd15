package io.sleddog.lambda.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import io.sleddog.lambda.functions.Failures;
import io.sleddog.lambda.functions.Methods;
import io.sleddog.lambda.functions.Shapes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The redirect without the runtime; {@code RedirectIT} compares it with the real one. */
class UserHandlerTest {
  private static final String LAYER = "io.sleddog.lambda.LayerHandler";

  @Test
  void handleRequest_whatTheUserThrows_isTheSameObjectWithoutOurFrames() {
    UserHandler handler = load(Throws.class.getName());
    assertThatThrownBy(() -> call(handler, "{}"))
        .isSameAs(Throws.THROWN)
        .satisfies(
            thrown ->
                assertThat(thrown.getStackTrace())
                    .allSatisfy(
                        frame ->
                            assertThat(frame.getClassName())
                                .doesNotStartWith("io.sleddog.lambda.redirect.UserHandler.")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null,DD_LAMBDA_HANDLER is not set",
        "io.sleddog.lambda.LayerHandler,DD_LAMBDA_HANDLER names the layer's own handler",
        "io.sleddog.lambda.LayerHandler::x,DD_LAMBDA_HANDLER names the layer's own handler",
        "com.example.Typo::x,Class not found: com.example.Typo (from DD_LAMBDA_HANDLER)",
        "::x,Invalid handler: `::x' (from DD_LAMBDA_HANDLER)",
        "a::,Invalid handler: `a::' (from DD_LAMBDA_HANDLER)"
      })
  void load_nameOfNoUse_failsEachInvocationAndNamesTheVariable(
      @Nullable String name, String message) {
    UserHandler handler = UserHandler.load(name, LAYER, getClass().getClassLoader());
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> call(handler, "{}"))
          .isInstanceOfSatisfying(
              UserFault.class,
              fault -> {
                assertThat(fault.msg).startsWith(message);
                assertThat(fault.fatal).isFalse();
              });
    }
  }

  @Test
  void load_constructorThrows_throwsTheSame() {
    assertThatThrownBy(() -> load(Failures.ConstructorThrows.class.getName()))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("not today");
    assertThatThrownBy(() -> load(Failures.ConstructorThrowsChecked.class.getName()))
        .isExactlyInstanceOf(IOException.class);
  }

  @Test
  void load_initialiserThrows_throwsItsClassUnderTheRuntimesMessage() {
    String name = Failures.InitialiserThrows.class.getName();
    assertThatThrownBy(() -> load(name))
        .isExactlyInstanceOf(ExceptionInInitializerError.class)
        .hasMessage("Error loading class " + name);
  }

  @Test
  void typeArguments_inheritedThroughSeveralLevels_areResolved() {
    Type[] found =
        TypeArguments.find(
            Shapes.Inherits.class, com.amazonaws.services.lambda.runtime.RequestHandler.class);
    assertThat(found).containsExactly(Shapes.Order.class, String.class);
  }

  @Test
  void typeArguments_rawUse_areNone() {
    assertThat(
            TypeArguments.find(
                Shapes.Raw.class, com.amazonaws.services.lambda.runtime.RequestHandler.class))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "overloaded,2,two with context",
    "text,1,",
    "nothing,0,",
    "allThree,3,",
    "inAndContext,2,"
  })
  void choose_overloads_takesTheOneOfMostParameters(
      String name, int parameters, @Nullable String result) throws ReflectiveOperationException {
    Method chosen = choose(name, new ArrayList<>());
    assertThat(chosen).isNotNull();
    assertThat(chosen.getParameterCount()).isEqualTo(parameters);
    if (result != null) {
      assertThat(chosen.invoke(new Methods(), "x", null)).isEqualTo(result);
    }
  }

  @Test
  void choose_signaturesThatDoNotFit_areToldInTheRuntimesWords() {
    List<String> told = new ArrayList<>();
    assertThat(choose("refusedOnly", told)).isNull();
    assertThat(told)
        .containsExactlyInAnyOrder(
            "Ignoring two-argument overload because first argument type is Context",
            "Ignoring two-argument overload because first argument type is OutputStream"
                + " and second argument type is not Context",
            "Ignoring two-argument overload because second parameter type, java.util.Map,"
                + " is not OutputStream.");
    told.clear();
    choose("overloaded", told);
    assertThat(told)
        .contains(
            "Ignoring an overload of method overloaded because it has too many parameters:"
                + " Expected at most 3, got 4");
  }

  @Test
  void choose_nameThatIsNotPublic_isNone() {
    assertThat(choose("hidden", new ArrayList<>())).isNull();
  }

  private static @Nullable Method choose(String name, List<String> told) {
    ErrorStream errors =
        new ErrorStream() {
          @Override
          void println(String line) {
            told.add(line);
          }
        };
    return new MethodChoice(errors).choose(Methods.class.getMethods(), name);
  }

  @Test
  void cut_exceptionsInACircle_endsAndKeepsTheUsersFrames() {
    IllegalStateException one = new IllegalStateException("one");
    IOException other = new IOException("other", one);
    one.initCause(other);
    one.addSuppressed(other);
    one.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("com.example.Orders", "handle", null, 1),
          new StackTraceElement("io.sleddog.lambda.Telemetry", "invoke", null, 1),
          new StackTraceElement("io.sleddog.lambda.redirect.UserHandler", "x", null, 1),
          new StackTraceElement("com.amazonaws.Runtime", "main", null, 1)
        });
    assertThat(StackTraces.cut(one).getStackTrace()).hasSize(2);
  }

  @Test
  void renamed_classWithoutAConstructorForAMessage_staysTheOriginal() {
    Throwable original = new NoMessage();
    assertThat(Renamed.as("text", original)).isSameAs(original);
    Throwable renamed = Renamed.as("text", new IOException("old"));
    assertThat(renamed).isExactlyInstanceOf(IOException.class).hasMessage("text");
    assertThat(renamed.getSuppressed()).hasSize(1);
  }

  @Test
  void handleRequest_badJson_isTheRuntimesException() {
    UserHandler handler = load(Shapes.Beans.class.getName());
    assertThatThrownBy(() -> call(handler, "{broken"))
        .isExactlyInstanceOf(RuntimeException.class)
        .hasMessage("An error occurred during JSON parsing");
  }

  @Test
  void handleRequest_objects_areReadAndWritten() throws IOException {
    assertThat(call(load(Shapes.Beans.class.getName()), "{\"id\":\"a\",\"cups\":1}"))
        .isEqualTo("{\"id\":\"a!\",\"cups\":2}");
    assertThat(call(load(Methods.class.getName() + "::noResult"), "{}")).isEqualTo("null");
    assertThat(call(load(Methods.class.getName() + "::isStatic"), "[1]")).isEqualTo("[1]");
  }

  private static UserHandler load(String name) {
    return UserHandler.load(name, LAYER, UserHandlerTest.class.getClassLoader());
  }

  private static String call(UserHandler handler, String event) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)), response, new NoContext());
    return response.toString(UTF_8);
  }

  /** Always throws the same object. */
  public static final class Throws implements RequestStreamHandler {
    @SuppressWarnings("StaticAssignmentOfThrowable") // the test asks whether it is the same object
    static final IllegalStateException THROWN = new IllegalStateException("users");

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      throw THROWN;
    }
  }

  private static final class NoMessage extends Exception {
    private static final long serialVersionUID = 1;
  }
}
