package com.example.shaded;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A bakery whose AWS SDK stands under another name: its queue is never there. */
public final class Bakery implements RequestHandler<Map<String, String>, String> {
  private static final Logger logger = LoggerFactory.getLogger(Bakery.class);

  private final SqsClient queue =
      SqsClient.builder()
          .httpClient(UrlConnectionHttpClient.create())
          .region(Region.EU_WEST_1)
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .endpointOverride(URI.create("http://127.0.0.1:1"))
          .overrideConfiguration(client -> client.retryStrategy(retries -> retries.maxAttempts(1)))
          .build();

  @Override
  public String handleRequest(Map<String, String> order, Context context) {
    String bread = order.getOrDefault("bread", "");
    logger.info("Baked {}", bread);
    try {
      queue.sendMessage(message -> message.queueUrl("http://127.0.0.1:1/1/q").messageBody(bread));
      return "sent";
    } catch (SdkClientException nobodyThere) {
      return queue.getClass().getPackageName();
    }
  }
}
