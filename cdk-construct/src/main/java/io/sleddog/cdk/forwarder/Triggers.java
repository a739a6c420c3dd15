package io.sleddog.cdk.forwarder;

import java.util.List;
import software.amazon.awscdk.interfaces.s3.IBucketRef;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.s3.BucketNotificationDestinationConfig;
import software.amazon.awscdk.services.s3.BucketNotificationDestinationType;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.IBucketNotificationDestination;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.SubscriptionProtocol;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** What else than log groups makes a forwarder run. */
public final class Triggers {
  private final Construct scope;
  private final IFunction target;
  private final InvokePermissions permissions;

  Triggers(Construct scope, IFunction target, InvokePermissions permissions) {
    this.scope = scope;
    this.target = target;
    this.permissions = permissions;
  }

  /** Each new object of a bucket. */
  public void add(IBucket bucket, NotificationKeyFilter... filters) {
    bucket.addEventNotification(
        EventType.OBJECT_CREATED, new Destination(target, permissions.buckets()), filters);
    grantRead(bucket);
  }

  /** No trigger, but the right to read a bucket's objects. */
  public void grantRead(IBucket bucket) {
    Grants.allow(target, "ReadObjects", bucket.arnForObjects("*"), "s3:GetObject");
    if (bucket.getEncryptionKey() != null) {
      bucket.getEncryptionKey().grantDecrypt(target);
    }
  }

  /** Each message of a topic, once however often it is added. */
  public void add(ITopic topic) {
    String id = id("Topic", topic);
    if (scope.getNode().tryFindChild(id) == null) {
      Subscription.Builder.create(scope, id)
          .topic(topic)
          .endpoint(target.getFunctionArn())
          .protocol(SubscriptionProtocol.LAMBDA)
          .build()
          .getNode()
          .addDependency(permissions.topics());
    }
  }

  /** Each record of a stream, once however often it is added. */
  public void add(IStream stream) {
    String id = id("Stream", stream);
    if (scope.getNode().tryFindChild(id) == null) {
      stream.grantRead(target);
      target.addEventSourceMapping(
          id,
          EventSourceMappingOptions.builder()
              .eventSourceArn(stream.getStreamArn())
              .startingPosition(StartingPosition.TRIM_HORIZON)
              .bisectBatchOnError(true)
              .reportBatchItemFailures(true)
              .build());
    }
  }

  /** Each message of a queue, once however often it is added. */
  public void add(IQueue queue) {
    String id = id("Queue", queue);
    if (scope.getNode().tryFindChild(id) == null) {
      queue.grantConsumeMessages(target);
      target.addEventSourceMapping(
          id,
          EventSourceMappingOptions.builder()
              .eventSourceArn(queue.getQueueArn())
              .reportBatchItemFailures(true)
              .build());
    }
  }

  /** An id that follows from the source's place in the tree, and from nothing else. */
  private static String id(String kind, IConstruct source) {
    String address = source.getNode().getAddr();
    return kind + address.substring(address.length() - 8);
  }

  /** Names the forwarder to the bucket without a statement of its own for each bucket. */
  private record Destination(IFunction target, IConstruct permission)
      implements IBucketNotificationDestination {
    @Override
    public BucketNotificationDestinationConfig bind(Construct bucketScope, IBucketRef bucket) {
      return BucketNotificationDestinationConfig.builder()
          .arn(target.getFunctionArn())
          .type(BucketNotificationDestinationType.LAMBDA)
          .dependencies(List.of(permission))
          .build();
    }
  }
}
