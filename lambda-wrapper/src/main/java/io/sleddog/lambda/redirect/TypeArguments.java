package io.sleddog.lambda.redirect;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types that a class gives to a generic interface, in the runtime's own way: breadth
 * first, interfaces before the superclass, type variables replaced by name on the way.
 */
final class TypeArguments {
  private final Class<?> type;
  private final Type @Nullable [] arguments;

  private TypeArguments(Class<?> type, Type @Nullable [] arguments) {
    this.type = type;
    this.arguments = arguments;
  }

  /** The type arguments of the first parameterized form of {@code wanted}, or null. */
  static Type @Nullable [] find(Class<?> start, Class<?> wanted) {
    Deque<TypeArguments> queue = new ArrayDeque<>();
    queue.add(new TypeArguments(start, null));
    while (!queue.isEmpty()) {
      TypeArguments node = queue.remove();
      for (Type candidate : node.type.getGenericInterfaces()) {
        TypeArguments next = node.follow(candidate);
        if (candidate instanceof ParameterizedType && wanted.isAssignableFrom(next.type)) {
          return next.arguments;
        }
        queue.add(next);
      }
      Type superclass = node.type.getGenericSuperclass();
      if (superclass != null) {
        queue.add(node.follow(superclass));
      }
    }
    return null;
  }

  private TypeArguments follow(Type target) {
    if (target instanceof ParameterizedType) {
      ParameterizedType generic = (ParameterizedType) target;
      return new TypeArguments(
          (Class<?>) generic.getRawType(), resolve(generic.getActualTypeArguments()));
    }
    Class<?> plain = (Class<?>) target;
    Type[] parameters = plain.getTypeParameters();
    boolean unknown = parameters.length == 0 || arguments == null;
    return new TypeArguments(plain, unknown ? null : resolve(parameters));
  }

  private Type[] resolve(Type[] types) {
    Type[] resolved = new Type[types.length];
    for (int i = 0; i < types.length; i++) {
      resolved[i] =
          types[i] instanceof TypeVariable ? byName((TypeVariable<?>) types[i]) : types[i];
    }
    return resolved;
  }

  private Type byName(TypeVariable<?> variable) {
    TypeVariable<?>[] parameters = type.getTypeParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i].getName().equals(variable.getName())) {
        return arguments == null ? parameters[i] : arguments[i];
      }
    }
    return variable;
  }
}
