package com.example.spring;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A bakery as a Spring Cloud Function. */
@SpringBootApplication
public class Bakery {
  private static final Logger logger = LoggerFactory.getLogger(Bakery.class);

  /** What is asked for. */
  public record Order(String bread) {}

  /** What is given. */
  public record Loaf(String bread, int grams) {}

  /** Starts it outside Lambda. */
  public static void main(String[] arguments) {
    SpringApplication.run(Bakery.class, arguments);
  }

  /** The one function. */
  @Bean
  public Function<Order, Loaf> bake() {
    return order -> {
      logger.info("Baked {}", order.bread());
      if (order.bread().equals("stone")) {
        throw new IllegalArgumentException("cannot bake a stone");
      }
      return new Loaf(order.bread(), 750);
    };
  }
}
