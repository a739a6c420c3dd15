package io.sleddog.lambda.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Handlers in the shapes that compilers of other languages give to class files. */
public final class Languages {
  private Languages() {}

  /** A Kotlin file: functions outside of classes are static, and nobody can make an instance. */
  public static final class FileKt {
    private FileKt() {}

    public static Map<String, Object> handle(Map<String, Object> event, Context context) {
      return event;
    }

    public static Nothing unit(String event) {
      return Nothing.INSTANCE;
    }

    public static Object suspending(String event, Continuation continuation) {
      return event;
    }
  }

  /** What a Kotlin function returns that returns nothing. */
  public static final class Nothing {
    public static final Nothing INSTANCE = new Nothing();

    private Nothing() {}

    @Override
    public String toString() {
      return "kotlin.Unit";
    }
  }

  /** What a suspending Kotlin function takes besides. */
  public interface Continuation {
    void resume(Object result);
  }

  /** A Kotlin object that is a handler: one instance, which only it can make. */
  public static final class Singleton implements RequestHandler<String, String> {
    public static final Singleton INSTANCE = new Singleton();

    private Singleton() {}

    public static String jvmStatic(String event) {
      return INSTANCE.handleRequest(event, null);
    }

    @Override
    public String handleRequest(String event, @Nullable Context context) {
      return "one " + event;
    }
  }

  /** A Kotlin class whose companion has the function, with a static one in front of it. */
  public static class WithCompanion {
    public static final Companion companion = new Companion();

    public static String handle(String event) {
      return companion.handle(event);
    }

    /** The companion. */
    public static final class Companion {
      public String handle(String event) {
        return "companion " + event;
      }
    }
  }

  /** A Scala trait with a method that is whole: a default method. */
  public interface Handling<I, O> extends RequestHandler<I, O> {
    O convert(I event);

    @Override
    default O handleRequest(I event, Context context) {
      return convert(event);
    }
  }

  /** A Scala class with that trait: its types are known at the trait only. */
  public static class ScalaClass implements Handling<Shapes.Order, List<String>> {
    @Override
    public List<String> convert(Shapes.Order event) {
      return List.of(event.getClass().getSimpleName(), String.valueOf(event.getId()));
    }
  }

  /** The class behind a Scala object. */
  public static final class ScalaObject$ {
    public static final ScalaObject$ MODULE$ = new ScalaObject$();

    private ScalaObject$() {}

    public Optional<String> handle(String event) {
      return Optional.of(event);
    }
  }

  /** What Scala puts in front of an object: static methods. */
  public static final class ScalaObject {
    public static Object handle(String event) {
      return ScalaObject$.MODULE$.handle(event);
    }
  }

  /** A Groovy script's class: untyped arguments, and methods that the language adds. */
  public static class GroovyScript {
    private Object metaClass = "none";

    public Object handle(Object event, Object context) {
      return event;
    }

    public Object untyped(Object event, Context context) {
      return event == null ? "null" : event.getClass().getSimpleName();
    }

    public Object invokeMethod(String name, Object arguments) {
      return name;
    }

    public Object getMetaClass() {
      return metaClass;
    }

    public void setMetaClass(Object other) {
      metaClass = other;
    }
  }

  /** Groovy adds methods for arguments with defaults: overloads of fewer arguments. */
  public static class GroovyDefaults {
    public String handle(String event, Context context) {
      return "both " + event;
    }

    public String handle(String event) {
      return "event " + event;
    }

    public String handle() {
      return "none";
    }
  }

  /** A handler that its package alone can see. */
  static class Hidden implements RequestHandler<String, String> {
    public Hidden() {}

    @Override
    public String handleRequest(String event, Context context) {
      return event;
    }
  }

  /** An enumeration as a handler, and as event and result. */
  public enum Kind implements RequestHandler<String, String> {
    LATTE,
    MOCHA;

    @Override
    public String handleRequest(String event, Context context) {
      return event;
    }

    public static Kind next(Kind kind) {
      return kind == LATTE ? MOCHA : LATTE;
    }
  }

  /** Types that serializers treat in a way of their own. */
  public static class Types {
    public String[] array(String[] event) {
      return event;
    }

    public long[] numbers(long... event) {
      return event;
    }

    public boolean flag(boolean event) {
      return !event;
    }

    public char letter(char event) {
      return event;
    }

    public Date date(Date event) {
      return event;
    }

    public Optional<String> optional(Map<String, String> event) {
      return Optional.ofNullable(event.get("a"));
    }

    public CompletableFuture<String> future(String event) {
      return CompletableFuture.completedFuture(event);
    }

    public <T extends Shapes.Order> T bounded(T event) {
      return event;
    }

    public <T> T unbounded(T event) {
      return event;
    }

    public Iterable<Integer> iterable(List<Integer> event) {
      return event;
    }

    public void itsOwn(Types event) {}
  }
}
