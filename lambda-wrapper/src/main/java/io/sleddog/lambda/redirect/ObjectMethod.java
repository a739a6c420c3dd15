package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** A method that takes the event as an object, the context, both or none. */
final class ObjectMethod implements RequestHandler<Object, Object> {
  private final MethodCall call;
  private final boolean takesEvent;
  private final boolean takesContext;

  ObjectMethod(MethodCall call, boolean takesEvent, boolean takesContext) {
    this.call = call;
    this.takesEvent = takesEvent;
    this.takesContext = takesContext;
  }

  @Override
  public Object handleRequest(Object event, Context context) {
    if (takesEvent) {
      return takesContext ? call.invoke(event, context) : call.invoke(event);
    }
    return takesContext ? call.invoke(context) : call.invoke();
  }
}
