package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Turns a handler's class and method into something that takes streams. */
final class HandlerLoader {
  private final ClassLoader loader;

  HandlerLoader(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Makes the handler, or one that reports why it could not be made.
   *
   * @throws ConstructorThrew if the user's constructor threw
   */
  RequestStreamHandler load(Class<?> type, @Nullable String method) throws ConstructorThrew {
    try {
      return method == null ? byInterface(type) : byMethod(type, method);
    } catch (ConstructorThrew users) {
      throw users;
    } catch (Throwable failure) {
      return new FaultHandler(RuntimeFault.of(failure));
    }
  }

  private RequestStreamHandler byInterface(Class<?> type) throws Exception {
    if (RequestStreamHandler.class.isAssignableFrom(type)) {
      return UserInstance.make(type.asSubclass(RequestStreamHandler.class));
    }
    if (RequestHandler.class.isAssignableFrom(type)) {
      return objectHandler(type, null);
    }
    return fault(
        "Class does not implement an appropriate handler interface: "
            + type.getName()
            + UserHandler.FROM_VARIABLE);
  }

  /** Takes a handler that is made already; its class says of what type its event is. */
  RequestStreamHandler around(RequestHandler<?, ?> made) throws Exception {
    return objectHandler(made.getClass(), made);
  }

  @SuppressWarnings("unchecked")
  private RequestStreamHandler objectHandler(Class<?> type, @Nullable Object made)
      throws Exception {
    Type[] arguments = TypeArguments.find(type, RequestHandler.class);
    String refusal = refusal(type, arguments);
    if (arguments == null || refusal != null) {
      return fault(String.valueOf(refusal));
    }
    Object instance =
        made == null ? UserInstance.make(type.asSubclass(RequestHandler.class)) : made;
    RequestHandler<Object, Object> handler = (RequestHandler<Object, Object>) instance;
    return new ObjectHandler(handler, arguments[0], arguments[1], new Serializers(loader));
  }

  private static @Nullable String refusal(Class<?> type, Type @Nullable [] arguments) {
    String unfit =
        "Class "
            + type.getName()
            + " does not implement RequestHandler with concrete type parameters";
    if (arguments == null) {
      return unfit;
    }
    if (arguments.length != 2) {
      return "Invalid class signature for RequestHandler. Expected two generic types, got "
          + arguments.length;
    }
    for (Type argument : arguments) {
      if (argument instanceof TypeVariable && !isBounded((TypeVariable<?>) argument)) {
        return unfit + ": parameter " + argument + " has no upper bound.";
      }
    }
    return null;
  }

  private static boolean isBounded(TypeVariable<?> variable) {
    for (Type bound : variable.getBounds()) {
      if (bound != Object.class) {
        return true;
      }
    }
    return false;
  }

  private RequestStreamHandler byMethod(Class<?> type, String name) throws Exception {
    Method[] methods;
    try {
      methods = type.getMethods();
    } catch (NoClassDefFoundError missing) {
      String message = "Error loading method " + name + " on class " + type.getName();
      return new FaultHandler(RuntimeFault.of(message, missing));
    }
    Method method = new MethodChoice(new ErrorStream()).choose(methods, name);
    if (method == null) {
      return fault(
          "No public method named "
              + name
              + " with appropriate method signature found on class "
              + type.getName()
              + UserHandler.FROM_VARIABLE);
    }
    return takesStream(method) ? streamMethod(type, method) : objectMethod(type, method);
  }

  private RequestStreamHandler streamMethod(Class<?> type, Method method) throws Exception {
    if (method.getReturnType() != void.class && method.getReturnType() != Void.class) {
      new ErrorStream()
          .println("Will ignore return type " + method.getReturnType() + " on byte stream handler");
    }
    return new StreamMethod(
        call(type, method),
        takes(method, InputStream.class),
        takes(method, OutputStream.class),
        takes(method, Context.class));
  }

  private RequestStreamHandler objectMethod(Class<?> type, Method method) throws Exception {
    Type[] types = method.getGenericParameterTypes();
    boolean takesEvent = types.length > 0 && types[0] != Context.class;
    ObjectMethod handler =
        new ObjectMethod(call(type, method), takesEvent, takes(method, Context.class));
    return new ObjectHandler(
        handler,
        takesEvent ? types[0] : null,
        method.getGenericReturnType(),
        new Serializers(loader));
  }

  /**
   * By reflection even where the handler's interface would end in the same method: its frames are
   * in the stack trace that the runtime reports.
   */
  private static MethodCall call(Class<?> type, Method method) throws Exception {
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    return new MethodCall(method, isStatic ? null : UserInstance.make(type));
  }

  private static boolean takesStream(Method method) {
    return takes(method, InputStream.class) || takes(method, OutputStream.class);
  }

  private static boolean takes(Method method, Class<?> wanted) {
    for (Type type : method.getGenericParameterTypes()) {
      if (type == wanted) {
        return true;
      }
    }
    return false;
  }

  private static FaultHandler fault(String message) {
    return new FaultHandler(RuntimeFault.of(message));
  }
}
