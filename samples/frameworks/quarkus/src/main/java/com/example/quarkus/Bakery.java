package com.example.quarkus;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import org.jboss.logging.Logger;

/** A bakery as a Quarkus function. */
public class Bakery implements RequestHandler<Order, Loaf> {
  private static final Logger logger = Logger.getLogger(Bakery.class);

  @Override
  public Loaf handleRequest(Order order, Context context) {
    logger.infof("Baked %s", order.bread());
    if (order.bread().equals("stone")) {
      throw new IllegalArgumentException("cannot bake a stone");
    }
    return new Loaf(order.bread(), 750);
  }
}
