package com.example.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueWorkerTest {
  private static final @Nullable Context NOT_USED = null;

  @Test
  void handle_batchWithAnEmptyOrder_returnsOnlyThatMessage() {
    SQSBatchResponse response = handle(event("two-orders"));

    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("2e1424d4-f796-459a-8184-9c92662be6da");
  }

  @Test
  void handle_goodBatch_returnsNoFailure() {
    SQSEvent event = event("two-orders");
    event.setRecords(List.of(event.getRecords().get(0)));

    assertThat(handle(event).getBatchItemFailures()).isEmpty();
  }

  @SuppressWarnings("NullAway") // the worker does not look at the context
  private static SQSBatchResponse handle(SQSEvent event) {
    return new QueueWorker().handleRequest(event, NOT_USED);
  }

  private static SQSEvent event(String name) {
    InputStream json = QueueWorkerTest.class.getResourceAsStream("/events/" + name + ".json");
    return LambdaEventSerializers.serializerFor(
            SQSEvent.class, QueueWorkerTest.class.getClassLoader())
        .fromJson(Objects.requireNonNull(json, name));
  }
}
