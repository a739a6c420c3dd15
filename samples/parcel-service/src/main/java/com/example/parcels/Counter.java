package com.example.parcels;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** Accepts a parcel over HTTP and tells the sorter of it in every way there is. */
public final class Counter implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final Carriers carriers;

  /** Made by the runtime. */
  public Counter() {
    this(new AwsCarriers(System.getenv()));
  }

  Counter(Carriers carriers) {
    this.carriers = carriers;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> request, Context context) {
    String parcel = parcel(request);
    carriers.send(parcel);
    carriers.publish(parcel);
    carriers.announce(parcel);
    String answer = carriers.call(parcel);
    context.getLogger().log("Accepted " + parcel + "\n");
    return Map.of(
        "statusCode", 201, "headers", Map.of("content-type", "text/plain"), "body", answer);
  }

  private static String parcel(Map<String, Object> request) {
    return request.get("pathParameters") instanceof Map<?, ?> path
        ? String.valueOf(path.get("id"))
        : "a parcel";
  }
}
