package com.example.parcels;

import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SQS, SNS, EventBridge and Lambda; which ones, the environment says. */
final class AwsCarriers implements Carriers {
  private final Map<String, String> environment;
  private final SqsClient sqs =
      SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final SnsClient sns =
      SnsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final EventBridgeClient buses =
      EventBridgeClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final LambdaClient functions =
      LambdaClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();

  AwsCarriers(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public void send(String parcel) {
    sqs.sendMessage(request -> request.queueUrl(setting("QUEUE_URL")).messageBody(parcel));
  }

  @Override
  public void publish(String parcel) {
    sns.publish(request -> request.topicArn(setting("TOPIC_ARN")).message(parcel));
  }

  @Override
  public void announce(String parcel) {
    String detail = "{\"parcel\":\"" + parcel.replaceAll("[\"\\\\]", "") + "\"}";
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(setting("BUS_NAME"))
            .source("parcels")
            .detailType("ParcelAccepted")
            .detail(detail)
            .build();
    buses.putEvents(request -> request.entries(entry));
  }

  @Override
  public String call(String parcel) {
    return functions
        .invoke(
            request ->
                request
                    .functionName(setting("SORTER"))
                    .payload(SdkBytes.fromUtf8String("{\"detail\":{}}")))
        .payload()
        .asUtf8String();
  }

  private String setting(String name) {
    return Objects.requireNonNull(environment.get(name), name);
  }
}
