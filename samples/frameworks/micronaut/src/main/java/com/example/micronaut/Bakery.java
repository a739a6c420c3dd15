package com.example.micronaut;

import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bakery as a Micronaut function. */
public class Bakery extends MicronautRequestHandler<Map<String, String>, Loaf> {
  private static final Logger logger = LoggerFactory.getLogger(Bakery.class);

  @Inject Oven oven;

  @Override
  public Loaf execute(Map<String, String> order) {
    String bread = order.getOrDefault("bread", "");
    logger.info("Baked {}", bread);
    return oven.bake(bread);
  }
}
