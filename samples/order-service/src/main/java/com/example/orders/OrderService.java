package com.example.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes orders over HTTP: {@code POST /orders} places one, {@code GET /orders/{id}} looks one up.
 */
public final class OrderService
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Logger logger = LoggerFactory.getLogger(OrderService.class);

  private final OrderBook orders = new OrderBook();

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String route = event.getRouteKey();
    logger.info("Received {}", route);
    return switch (route) {
      case "POST /orders" -> place(event.getBody());
      case "GET /orders/{id}" -> find(event.getPathParameters().getOrDefault("id", ""));
      default -> answer(404, "no such route");
    };
  }

  private APIGatewayV2HTTPResponse place(String product) {
    if (product == null || product.isBlank()) {
      logger.warn("Refused an order without a product");
      return answer(400, "name a product in the body");
    }
    String id = orders.place(product);
    logger.info("Placed order {}", id);
    return answer(201, id);
  }

  private APIGatewayV2HTTPResponse find(String id) {
    return orders
        .find(id)
        .map(product -> answer(200, product))
        .orElse(answer(404, "no such order"));
  }

  private static APIGatewayV2HTTPResponse answer(int status, String body) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(Map.of("content-type", "text/plain"))
        .withBody(body)
        .build();
  }
}
