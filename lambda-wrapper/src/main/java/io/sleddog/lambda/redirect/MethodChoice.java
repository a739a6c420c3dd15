package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the overloads of a method as the runtime does: those that are no bridges first,
 * then those with most parameters, a context at the end counting double; the first with a signature
 * that fits is taken. Those passed over are named on the error stream, in the runtime's words.
 */
final class MethodChoice implements Comparator<Method> {
  private final ErrorStream errors;

  MethodChoice(ErrorStream errors) {
    this.errors = errors;
  }

  /** The method of that name to call, or null. */
  @Nullable Method choose(Method[] methods, String name) {
    List<Method> candidates = new ArrayList<>();
    for (Method method : methods) {
      if (method.getName().equals(name)) {
        candidates.add(method);
      }
    }
    candidates.sort(this);
    for (Method candidate : candidates) {
      String refusal = refusal(candidate);
      if (refusal == null) {
        return candidate;
      }
      errors.println(refusal);
    }
    return null;
  }

  @Override
  public int compare(Method one, Method other) {
    if (one.isBridge() != other.isBridge()) {
      return one.isBridge() ? 1 : -1;
    }
    return Integer.compare(weight(other), weight(one));
  }

  private static int weight(Method method) {
    Class<?>[] types = method.getParameterTypes();
    boolean context = types.length > 0 && types[types.length - 1] == Context.class;
    return types.length + (context ? 1 : 0);
  }

  private static @Nullable String refusal(Method method) {
    Type[] types = method.getGenericParameterTypes();
    switch (types.length) {
      case 0:
      case 1:
        return null;
      case 2:
        return refusalOfTwo(types[0], types[1]);
      case 3:
        boolean fits =
            types[0] == InputStream.class
                && types[1] == OutputStream.class
                && types[2] == Context.class;
        return fits
            ? null
            : "Ignoring three-argument overload because argument signature is not"
                + " (InputStream, OutputStream, Context";
      default:
        return "Ignoring an overload of method "
            + method.getName()
            + " because it has too many parameters: Expected at most 3, got "
            + types.length;
    }
  }

  private static @Nullable String refusalOfTwo(Type first, Type second) {
    if (first == Context.class) {
      return "Ignoring two-argument overload because first argument type is Context";
    }
    if (second == Context.class || (first == InputStream.class && second == OutputStream.class)) {
      return null;
    }
    if (first == OutputStream.class) {
      return "Ignoring two-argument overload because first argument type is OutputStream"
          + " and second argument type is not Context";
    }
    if (first == InputStream.class) {
      return "Ignoring two-argument overload because second parameter type, "
          + RawTypes.name(second)
          + ", is not OutputStream.";
    }
    return "Ignoring two-argument overload because second parameter type is not Context";
  }
}
