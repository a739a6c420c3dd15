package io.sleddog.samples.cdk;

import io.sleddog.emulator.AwsEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;

/** The AWS that an emulator gives. */
final class EmulatedAws implements AutoCloseable {
  private static final int CREATION_TRIES = 1_200;

  final CloudFormationClient stacks;
  final CloudWatchLogsClient logs;
  final KinesisClient streams;
  final S3Client buckets;
  final LambdaClient functions;

  EmulatedAws(AwsEmulator emulator) {
    URI endpoint = emulator.endpoint();
    stacks = at(endpoint, CloudFormationClient.builder());
    logs = at(endpoint, CloudWatchLogsClient.builder());
    streams = at(endpoint, KinesisClient.builder());
    buckets = at(endpoint, S3Client.builder().forcePathStyle(true));
    functions = at(endpoint, LambdaClient.builder());
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C at(
      URI endpoint, B builder) {
    return builder
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(endpoint)
        .region(Region.of(AwsEmulator.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(AwsEmulator.ACCOUNT, "test")))
        .build();
  }

  void upload(String bucket, Map<String, Path> files) {
    buckets.createBucket(request -> request.bucket(bucket));
    files.forEach(
        (key, file) ->
            buckets.putObject(
                request -> request.bucket(bucket).key(key), RequestBody.fromFile(file)));
  }

  /** Creates a stack and gives its resources by logical id. */
  Map<String, StackResource> deploy(String name, String template) {
    stacks.createStack(
        request ->
            request
                .stackName(name)
                .templateBody(template)
                .capabilities(Capability.CAPABILITY_NAMED_IAM));
    stacks
        .waiter()
        .waitUntilStackCreateComplete(
            request -> request.stackName(name),
            overrides ->
                overrides
                    .backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofMillis(100)))
                    .maxAttempts(CREATION_TRIES));
    return stacks
        .describeStackResources(request -> request.stackName(name))
        .stackResources()
        .stream()
        .filter(resource -> resource.logicalResourceId() != null)
        .collect(Collectors.toMap(StackResource::logicalResourceId, resource -> resource));
  }

  /** Lays variables over a function's own. */
  void addVariables(String function, Map<String, String> more) {
    Map<String, String> all =
        new HashMap<>(
            functions
                .getFunctionConfiguration(request -> request.functionName(function))
                .environment()
                .variables());
    all.putAll(more);
    functions.updateFunctionConfiguration(
        request -> request.functionName(function).environment(them -> them.variables(all)));
    functions.waiter().waitUntilFunctionUpdatedV2(request -> request.functionName(function));
  }

  /** What a function answers to an event. */
  String invoke(String function, String event) {
    InvokeResponse answer =
        functions.invoke(
            request -> request.functionName(function).payload(SdkBytes.fromUtf8String(event)));
    String text = answer.payload().asUtf8String();
    if (answer.functionError() != null) {
      throw new AssertionError(answer.functionError() + ": " + text);
    }
    return text;
  }

  List<SubscriptionFilter> filters(String group) {
    return logs.describeSubscriptionFilters(request -> request.logGroupName(group))
        .subscriptionFilters();
  }

  /**
   * Writes lines to a log group and gives what its subscription sends for them, as Lambda would
   * hand it to the forwarder. A stream stands for the forwarder where the emulator runs none.
   */
  List<byte[]> subscribed(String group, SubscriptionFilter like, List<InputLogEvent> events) {
    String stream = "observer-" + UUID.randomUUID();
    streams.createStream(request -> request.streamName(stream).shardCount(1));
    streams.waiter().waitUntilStreamExists(request -> request.streamName(stream));
    String arn =
        streams
            .describeStream(request -> request.streamName(stream))
            .streamDescription()
            .streamARN();
    logs.putSubscriptionFilter(
        request ->
            request
                .logGroupName(group)
                .filterName(like.filterName() + "-observed")
                .filterPattern(like.filterPattern())
                .destinationArn(arn)
                .roleArn("arn:aws:iam::123456789012:role/logs"));
    logs.createLogStream(request -> request.logGroupName(group).logStreamName("one"));
    logs.putLogEvents(
        request ->
            request
                .logGroupName(group)
                .logStreamName("one")
                .logEvents(
                    events.stream()
                        .sorted(Comparator.comparing(InputLogEvent::timestamp))
                        .toList()));
    return records(stream);
  }

  private List<byte[]> records(String stream) {
    String shard =
        streams
            .describeStream(request -> request.streamName(stream))
            .streamDescription()
            .shards()
            .get(0)
            .shardId();
    String iterator =
        streams
            .getShardIterator(
                request ->
                    request.streamName(stream).shardId(shard).shardIteratorType("TRIM_HORIZON"))
            .shardIterator();
    List<Record> records = new ArrayList<>();
    String next = iterator;
    for (int tries = 0; tries < 100 && records.isEmpty(); tries++) {
      String from = next;
      var answer = streams.getRecords(request -> request.shardIterator(from));
      records.addAll(answer.records());
      next = answer.nextShardIterator();
    }
    return records.stream().map(record -> record.data().asByteArray()).toList();
  }

  @Override
  public void close() {
    stacks.close();
    logs.close();
    streams.close();
    buckets.close();
    functions.close();
  }
}
