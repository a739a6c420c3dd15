package com.example.tracing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.tracing.CaptureMode;
import software.amazon.lambda.powertools.tracing.Tracing;
import software.amazon.lambda.powertools.tracing.TracingUtils;

/**
 * A bakery with the tracing annotations of Powertools for AWS Lambda, which make X-Ray segments.
 */
public final class Bakery implements RequestHandler<Map<String, String>, String> {
  private static final Logger logger = LoggerFactory.getLogger(Bakery.class);

  @Override
  @Tracing(namespace = "bakery", captureMode = CaptureMode.RESPONSE_AND_ERROR)
  public String handleRequest(Map<String, String> order, Context context) {
    return bake(order.getOrDefault("bread", ""));
  }

  @Tracing(segmentName = "bake")
  private String bake(String bread) {
    TracingUtils.putAnnotation("bread", bread);
    logger.info("Baked {}", bread);
    if (bread.equals("stone")) {
      throw new IllegalArgumentException("cannot bake a stone");
    }
    return bread;
  }
}
