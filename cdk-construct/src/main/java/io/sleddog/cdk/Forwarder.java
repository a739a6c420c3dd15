package io.sleddog.cdk;

import io.sleddog.cdk.forwarder.ForwarderParts;
import io.sleddog.cdk.forwarder.ForwarderProps;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.SubscriptionFilter;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The function that sends what log groups, buckets, topics, streams and queues hold to Datadog.
 *
 * <p>Its role may do what its settings and subscriptions need and nothing else. One permission lets
 * every log group of account and region invoke it, so subscriptions in other stacks need none.
 *
 * <pre>{@code
 * Forwarder forwarder = new Forwarder(this, "Forwarder",
 *     ForwarderProps.builder().apiKey(ApiKey.fromSecret(secret)).site("datadoghq.eu").build());
 * forwarder.subscribe(logGroup);
 * }</pre>
 */
public final class Forwarder extends Construct {
  private final ForwarderParts parts;

  /**
   * Makes the forwarder under {@code scope}.
   *
   * @throws IllegalArgumentException if properties are missing or wrong, naming all of them and
   *     this construct's path
   */
  public Forwarder(Construct scope, String id, ForwarderProps props) {
    super(scope, id);
    this.parts = new ForwarderParts(this, props);
  }

  /** The function itself. */
  public Function function() {
    return parts.function();
  }

  /** What subscriptions invoke: the function, or its alias {@code live} under SnapStart. */
  public IFunction target() {
    return parts.target();
  }

  /** The group of the forwarder's own logs, which it refuses to subscribe to. */
  public ILogGroup logGroup() {
    return function().getLogGroup();
  }

  /** The bucket of undelivered data, or {@code null} if a queue or nothing holds it. */
  public @Nullable IBucket failedEventBucket() {
    return parts.failedEventBucket();
  }

  /** The queue of undelivered data, or {@code null} if a bucket or nothing holds it. */
  public @Nullable IQueue failedEventQueue() {
    return parts.failedEventQueue();
  }

  /**
   * Sends every event of {@code group} here; once, however often it is asked for.
   *
   * @throws IllegalArgumentException if it is the forwarder's own log group
   */
  public SubscriptionFilter subscribe(ILogGroup group) {
    return parts.subscribe(group, "");
  }

  /**
   * Sends the events of {@code group} that match here.
   *
   * @param pattern a filter pattern of CloudWatch Logs. Metric and trace lines of functions must
   *     match it too
   * @throws IllegalArgumentException if it is the forwarder's own log group
   */
  public SubscriptionFilter subscribe(ILogGroup group, String pattern) {
    return parts.subscribe(group, pattern);
  }

  /**
   * Sends each new object of {@code bucket} here.
   *
   * @throws IllegalArgumentException if it is the bucket of this forwarder's failed events
   */
  public void subscribeTo(IBucket bucket, NotificationKeyFilter... filters) {
    parts.subscribeTo(bucket, filters);
  }

  /** Sends each message of {@code topic} here. */
  public void subscribeTo(ITopic topic) {
    parts.triggers().add(topic);
  }

  /** Reads {@code stream} from its oldest record on. */
  public void subscribeTo(IStream stream) {
    parts.triggers().add(stream);
  }

  /**
   * Reads {@code queue}, whose messages should stay hidden for at least six times the function's
   * timeout.
   *
   * @throws IllegalArgumentException if it is the queue of this forwarder's failed events
   */
  public void subscribeTo(IQueue queue) {
    parts.subscribeTo(queue);
  }

  /** Lets every EventBridge rule of the account invoke the forwarder. */
  public void allowRules() {
    parts.permissions().rules();
  }

  /** Lets the forwarder read objects that events of other origin point to. */
  public void grantRead(IBucket bucket) {
    parts.triggers().grantRead(bucket);
  }

  /** What lets log groups invoke the forwarder; a subscription must wait for it. */
  IConstruct invokePermission() {
    return parts.permissions().logs();
  }

  /** Lets {@code grantee} invoke the forwarder, to send it a retry event for example. */
  public Grant grantInvoke(IGrantable grantee) {
    return target().grantInvoke(grantee);
  }
}
