package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a method that was named whether a call of the handler's interface ends in it, which is
 * most of them: the first call by reflection takes milliseconds.
 */
final class InterfaceCall {
  private static final Class<?>[] STREAMS = {InputStream.class, OutputStream.class, Context.class};

  private InterfaceCall() {}

  /** Whether {@link RequestStreamHandler} calls this method. */
  static boolean ofStreams(Class<?> type, Method method) {
    return RequestStreamHandler.class.isAssignableFrom(type)
        && isOpen(type, method)
        && method.getReturnType() == void.class
        && Arrays.equals(method.getParameterTypes(), STREAMS);
  }

  /** Whether {@link RequestHandler} calls this method, by way of the compiler's own if need be. */
  static boolean ofObjects(Class<?> type, Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    if (!RequestHandler.class.isAssignableFrom(type)
        || !isOpen(type, method)
        || parameters.length != 2
        || parameters[1] != Context.class) {
      return false;
    }
    Type[] arguments = TypeArguments.find(type, RequestHandler.class);
    return arguments != null
        && arguments.length == 2
        && raw(arguments[0]) == parameters[0]
        && raw(arguments[1]) == method.getReturnType();
  }

  /** Whether reflection would be let in too: what fails without the layer fails with it. */
  private static boolean isOpen(Class<?> type, Method method) {
    return method.getName().equals("handleRequest")
        && !Modifier.isStatic(method.getModifiers())
        && Modifier.isPublic(type.getModifiers())
        && Modifier.isPublic(method.getDeclaringClass().getModifiers());
  }

  private static @Nullable Type raw(Type type) {
    if (type instanceof ParameterizedType) {
      return ((ParameterizedType) type).getRawType();
    }
    return type instanceof Class ? type : null;
  }
}
