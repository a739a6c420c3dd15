package io.sleddog.lambda.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterfaceCallTest {
  @Test
  void ofStreams_theInterfacesOwnMethod_isCalledByIt() throws Exception {
    Class<?>[] streams = {InputStream.class, OutputStream.class, Context.class};
    assertThat(ofStreams(Streams.class, streams)).isTrue();
    assertThat(ofStreams(MoreStreams.class, streams)).isTrue();
    assertThat(ofStreams(HiddenStreams.class, streams)).isFalse();
    assertThat(ofStreams(InheritsHidden.class, streams)).isTrue();
    assertThat(ofStreams(OnlyLooksSo.class, streams)).isFalse();
    assertThat(ofStreams(Streams.class, InputStream.class, OutputStream.class)).isFalse();
  }

  @Test
  void ofObjects_theMethodOfTheTypeArguments_isCalledByTheInterface() throws Exception {
    assertThat(ofObjects(Maps.class, Map.class, Context.class)).isTrue();
    assertThat(ofObjects(InheritsMaps.class, Map.class, Context.class)).isTrue();
    assertThat(ofObjects(Plain.class, Object.class, Context.class)).isTrue();
    assertThat(ofObjects(Texts.class, String.class, Context.class)).isTrue();
    assertThat(ofObjects(OfTexts.class, String.class, Context.class)).isTrue();
  }

  @Test
  void ofObjects_anyOther_isNot() throws Exception {
    assertThat(ofObjects(Maps.class, List.class, Context.class)).isFalse();
    assertThat(ofObjects(Maps.class, Map.class)).isFalse();
    assertThat(ofObjects(Raw.class, Object.class, Context.class)).isFalse();
    assertThat(ofObjects(Narrower.class, String.class, Context.class)).isFalse();
    assertThat(ofObjects(HiddenTexts.class, String.class, Context.class)).isFalse();
    assertThat(ofObjects(Looks.class, String.class, Context.class)).isFalse();
    assertThat(
            InterfaceCall.ofObjects(
                Maps.class, Maps.class.getMethod("other", Map.class, Context.class)))
        .isFalse();
  }

  private static boolean ofStreams(Class<?> type, Class<?>... parameters) throws Exception {
    return InterfaceCall.ofStreams(type, type.getMethod("handleRequest", parameters));
  }

  private static boolean ofObjects(Class<?> type, Class<?>... parameters) throws Exception {
    for (Method method : type.getMethods()) {
      if (method.getName().equals("handleRequest")
          && !method.isBridge()
          && List.of(method.getParameterTypes()).equals(List.of(parameters))) {
        return InterfaceCall.ofObjects(type, method);
      }
    }
    throw new NoSuchMethodException(type.getName());
  }

  /** A handler of streams. */
  public static class Streams implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {}

    /** Another method of the name. */
    public void handleRequest(InputStream event, OutputStream response) {}
  }

  /** Inherits. */
  public static final class MoreStreams extends Streams {}

  static class HiddenStreams implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {}
  }

  /** Inherits from a class that reflection cannot call, through a method of the compiler. */
  public static final class InheritsHidden extends HiddenStreams {}

  /** Has the method but not the interface. */
  public static final class OnlyLooksSo {
    /** Does nothing. */
    public void handleRequest(InputStream event, OutputStream response, Context context) {}
  }

  /** A handler of maps, with others of the name. */
  public static class Maps implements RequestHandler<Map<String, Object>, List<String>> {
    @Override
    public List<String> handleRequest(Map<String, Object> event, Context context) {
      return List.of("map");
    }

    /** Another parameter. */
    public List<String> handleRequest(List<String> event, Context context) {
      return List.of("list");
    }

    /** Fewer parameters. */
    public List<String> handleRequest(Map<String, Object> event) {
      return List.of("one");
    }

    /** Another name. */
    public List<String> other(Map<String, Object> event, Context context) {
      return List.of("other");
    }
  }

  /** Inherits. */
  public static final class InheritsMaps extends Maps {}

  /** Knows no types. */
  public static final class Plain implements RequestHandler<Object, Object> {
    @Override
    public Object handleRequest(Object event, Context context) {
      return event;
    }
  }

  /** Gives the types by way of a class between. */
  public abstract static class Generic<I> implements RequestHandler<I, String> {}

  /** A handler of text. */
  public static class Texts extends Generic<String> {
    @Override
    public String handleRequest(String event, Context context) {
      return event;
    }
  }

  /** Inherits. */
  public static final class OfTexts extends Texts {}

  /** Has no type arguments. */
  @SuppressWarnings("rawtypes")
  public static final class Raw implements RequestHandler {
    @Override
    public Object handleRequest(Object event, Context context) {
      return event;
    }
  }

  /** Gives more than its interface promises. */
  public static final class Narrower implements RequestHandler<String, Object> {
    @Override
    public String handleRequest(String event, Context context) {
      return event;
    }
  }

  static final class HiddenTexts extends Generic<String> {
    @Override
    public String handleRequest(String event, Context context) {
      return event;
    }
  }

  /** Has the method but not the interface. */
  public static final class Looks {
    /** Gives it back. */
    public String handleRequest(String event, Context context) {
      return event;
    }
  }
}
