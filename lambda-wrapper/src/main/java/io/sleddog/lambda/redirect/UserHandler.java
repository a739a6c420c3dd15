package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The user's own handler behind the layer's: chosen, made and called as the managed runtime would.
 *
 * <p>What goes wrong goes wrong as it would without the layer, either in the constructor ({@link
 * #load} throws) or at each invocation. Our own frames are taken out of every exception on its way.
 */
public final class UserHandler implements RequestStreamHandler {
  private static final String VARIABLE = "DD_LAMBDA_HANDLER";

  /**
   * Behind a message about the handler's name: the runtime's own text does not tell where it
   * stands.
   */
  static final String FROM_VARIABLE = " (from " + VARIABLE + ")";

  private final RequestStreamHandler handler;

  private UserHandler(RequestStreamHandler handler) {
    this.handler = handler;
  }

  /**
   * Loads the class and makes its instance. What the user's constructor or static initialiser
   * throws leaves here, as the runtime wants it from a constructor.
   *
   * @param name the handler as configured, {@code package.Class} or {@code package.Class::method}
   * @param ownName the layer's own handler class, which must not be redirected to
   */
  public static UserHandler load(@Nullable String name, String ownName, ClassLoader loader) {
    if (name == null) {
      return refuse(
          VARIABLE
              + " is not set: give it the function's own handler,"
              + " such as com.example.Orders::handleRequest");
    }
    HandlerName parts = HandlerName.tryParse(name);
    if (parts == null) {
      return refuse("Invalid handler: `" + name + "'" + FROM_VARIABLE);
    }
    if (parts.className().equals(ownName)) {
      return refuse(
          VARIABLE
              + " names the layer's own handler "
              + ownName
              + ": give it the function's own handler, such as com.example.Orders::handleRequest");
    }
    return load(parts, new HandlerLoader(loader), loader);
  }

  /**
   * Takes a handler that is made already, with its event read and its result written as the runtime
   * does it.
   */
  public static UserHandler around(RequestHandler<?, ?> made, ClassLoader loader) {
    try {
      return new UserHandler(new HandlerLoader(loader).around(made));
    } catch (Exception unfit) {
      return refuse(RuntimeFault.of(unfit));
    }
  }

  private static UserHandler load(HandlerName name, HandlerLoader handlers, ClassLoader loader) {
    Class<?> type;
    try {
      type = Class.forName(name.className(), true, loader);
    } catch (ClassNotFoundException missing) {
      return refuse(RuntimeFault.of(classNotFound(name), missing));
    } catch (NoClassDefFoundError missing) {
      return refuse(RuntimeFault.of(errorLoading(name, missing), missing).fatal());
    } catch (Throwable initialiser) {
      throw Sneaky.rethrow(
          Renamed.as(errorLoading(name, initialiser), StackTraces.cut(initialiser)));
    }
    try {
      return new UserHandler(handlers.load(type, name.method()));
    } catch (ConstructorThrew thrown) {
      throw Sneaky.rethrow(StackTraces.cut(thrown.users()));
    }
  }

  private static String classNotFound(HandlerName name) {
    return "Class not found: " + name.className() + FROM_VARIABLE;
  }

  private static String errorLoading(HandlerName name, Throwable cause) {
    String message = cause.getMessage();
    return "Error loading class " + name.className() + (message == null ? "" : ": " + message);
  }

  private static UserHandler refuse(String message) {
    return refuse(RuntimeFault.of(message));
  }

  private static UserHandler refuse(RuntimeFault fault) {
    return new UserHandler(new FaultHandler(fault));
  }

  /** Calls the user's handler. Whatever it throws leaves as the same object. */
  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    try {
      handler.handleRequest(event, response, context);
    } catch (Throwable users) {
      StackTraces.cut(users);
      throw users;
    }
  }
}
