package com.example.warehouse;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Packs each order of a batch; an order that cannot be packed goes back to the queue alone. */
public final class QueueWorker implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger logger = LogManager.getLogger(QueueWorker.class);

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      if (!pack(message)) {
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private static boolean pack(SQSMessage message) {
    String product = message.getBody();
    if (product == null || product.isBlank()) {
      logger.warn("Nothing to pack in message {}", message.getMessageId());
      return false;
    }
    logger.info("Packed {}", product);
    return true;
  }
}
