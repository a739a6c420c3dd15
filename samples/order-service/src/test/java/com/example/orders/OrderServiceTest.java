package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderServiceTest {
  private static final @Nullable Context NOT_USED = null;

  private final OrderService service = new OrderService();

  @Test
  void place_eventFile_answersCreated() {
    APIGatewayV2HTTPResponse response = handle(event("place-order"));

    assertThat(response.getStatusCode()).isEqualTo(201);
    assertThat(response.getBody()).isEqualTo("order-1001");
  }

  @Test
  void find_afterPlace_answersTheProduct() {
    handle(event("place-order"));

    assertThat(handle(event("find-order")).getBody()).isEqualTo("latte");
  }

  @Test
  void find_unknownOrder_answersNotFound() {
    assertThat(handle(event("find-order")).getStatusCode()).isEqualTo(404);
  }

  @Test
  void place_blankProduct_answersBadRequest() {
    APIGatewayV2HTTPEvent event = event("place-order");
    event.setBody(" ");

    assertThat(handle(event).getStatusCode()).isEqualTo(400);
  }

  @Test
  void handle_unknownRoute_answersNotFound() {
    APIGatewayV2HTTPEvent event = event("place-order");
    event.setRouteKey("DELETE /orders");

    assertThat(handle(event).getStatusCode()).isEqualTo(404);
  }

  @SuppressWarnings("NullAway") // the service does not look at the context
  private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
    return service.handleRequest(event, NOT_USED);
  }

  private static APIGatewayV2HTTPEvent event(String name) {
    PojoSerializer<APIGatewayV2HTTPEvent> serializer =
        JacksonFactory.getInstance().getSerializer(APIGatewayV2HTTPEvent.class);
    InputStream json = OrderServiceTest.class.getResourceAsStream("/events/" + name + ".json");
    return serializer.fromJson(Objects.requireNonNull(json, name));
  }
}
