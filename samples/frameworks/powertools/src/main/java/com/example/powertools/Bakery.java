package com.example.powertools;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.Logging;
import software.amazon.lambda.powertools.metrics.FlushMetrics;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** A bakery with Powertools for AWS Lambda: its annotations, its logger, its metrics. */
public final class Bakery implements RequestHandler<Map<String, String>, String> {
  private static final Logger logger = LoggerFactory.getLogger(Bakery.class);
  private static final Metrics metrics = MetricsFactory.getMetricsInstance();

  @Override
  @Logging(logEvent = true, clearState = true)
  @FlushMetrics(namespace = "Bakery", service = "bakery", captureColdStart = true)
  public String handleRequest(Map<String, String> order, Context context) {
    String bread = order.getOrDefault("bread", "");
    logger.info("Baked {}", bread);
    if (bread.equals("stone")) {
      throw new IllegalArgumentException("cannot bake a stone");
    }
    metrics.addMetric("Loaves", 1, MetricUnit.COUNT);
    return bread;
  }
}
