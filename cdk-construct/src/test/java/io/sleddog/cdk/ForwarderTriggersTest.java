package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.forwarder.FailedEvents;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;

@NeedsNode
class ForwarderTriggersTest {
  private static final String FILTER = "AWS::Logs::SubscriptionFilter";
  private static final String PERMISSION = "AWS::Lambda::Permission";

  private final Synth synth = Synth.anywhere();
  private final Forwarder forwarder = synth.forwarder();

  @Test
  void subscribe_logGroup_hasFixedNameAndWaitsForThePermission() {
    forwarder.subscribe(new LogGroup(synth.stack, "Orders"));

    JsonNode filter = synth.all(FILTER).get(0);
    assertThat(filter.at("/Properties/FilterName").asText()).isEqualTo("sleddog-forwarder");
    assertThat(filter.at("/Properties/FilterPattern").asText()).isEmpty();
    assertThat(filter.at("/Properties/LogGroupName/Ref").asText()).startsWith("Orders");
    assertThat(filter.at("/DependsOn/0").asText()).startsWith("ForwarderInvokeByLogs");
  }

  @Test
  void subscribe_sixtyLogGroups_needsOnePermission() {
    for (int i = 0; i < 60; i++) {
      forwarder.subscribe(LogGroup.fromLogGroupName(synth.stack, "Group" + i, "/group/" + i));
    }

    assertThat(synth.all(FILTER)).hasSize(60);
    JsonNode permission = synth.only(PERMISSION);
    assertThat(permission.path("SourceArn").toString()).contains(":log-group:*:*");
    assertThat(permission.at("/SourceAccount/Ref").asText()).isEqualTo("AWS::AccountId");
  }

  @Test
  void subscribe_twice_isOneFilter() {
    LogGroup group = new LogGroup(synth.stack, "Orders");

    forwarder.subscribe(group);
    forwarder.subscribe(group);

    assertThat(synth.all(FILTER)).hasSize(1);
  }

  @Test
  void subscribe_withPattern_lets_onlyThatThrough() {
    forwarder.subscribe(new LogGroup(synth.stack, "Orders"), "ERROR");

    assertThat(synth.only(FILTER).path("FilterPattern").asText()).isEqualTo("ERROR");
  }

  @Test
  void subscribe_ownLogGroup_isRefused() {
    assertThatThrownBy(() -> forwarder.subscribe(forwarder.logGroup()))
        .hasMessageContaining("Stack/Forwarder must not subscribe to the forwarder's own log");
  }

  @Test
  void subscribe_groupOfAnotherStack_exportsTheForwarder() {
    Stack other = new Stack(synth.app, "Other");

    forwarder.subscribe(new LogGroup(other, "Orders"));

    JsonNode filter = Synth.allIn(Synth.templateOf(other), FILTER).get(0);
    assertThat(filter.at("/Properties/DestinationArn").has("Fn::ImportValue")).isTrue();
    assertThat(synth.all(PERMISSION)).hasSize(1);
  }

  @Test
  void subscribe_groupOfANestedStack_passesTheForwarderDown() {
    NestedStack nested = new NestedStack(synth.stack, "Nested");

    forwarder.subscribe(new LogGroup(nested, "Orders"));

    JsonNode filter = Synth.allIn(Synth.templateOf(nested), FILTER).get(0);
    assertThat(filter.at("/Properties/DestinationArn/Ref").asText()).startsWith("reference");
  }

  @Test
  void filter_ids_doNotFollowTheForwarder() {
    Synth elsewhere = Synth.anywhere();
    Forwarder another = new Forwarder(elsewhere.stack, "Another", Synth.props().build());
    forwarder.subscribe(new LogGroup(synth.stack, "Orders"));
    another.subscribe(new LogGroup(elsewhere.stack, "Orders"));

    assertThat(filterIds(synth)).isEqualTo(filterIds(elsewhere));
  }

  @Test
  void subscribeTo_bucket_notifiesAndGrantsReadingItsObjects() {
    Bucket bucket =
        Bucket.Builder.create(synth.stack, "Logs")
            .encryptionKey(new Key(synth.stack, "Key"))
            .build();

    forwarder.subscribeTo(bucket, NotificationKeyFilter.builder().prefix("elb/").build());

    assertThat(synth.only("Custom::S3BucketNotifications").toString())
        .contains("s3:ObjectCreated:*", "elb/", "ForwarderFunction");
    assertThat(synth.statement("ReadObjects").path("Action").asText()).isEqualTo("s3:GetObject");
    assertThat(synth.statements().toString()).contains("kms:Decrypt");
    assertThat(principals()).contains("s3.amazonaws.com");
  }

  @Test
  void subscribeTo_twoBuckets_needsOnePermission() {
    forwarder.subscribeTo(new Bucket(synth.stack, "One"));
    forwarder.subscribeTo(new Bucket(synth.stack, "Two"));

    assertThat(principals()).containsOnlyOnce("s3.amazonaws.com");
  }

  @Test
  void subscribeTo_ownBucket_isRefused() {
    Bucket own = (Bucket) Objects.requireNonNull(forwarder.failedEventBucket());

    assertThatThrownBy(() -> forwarder.subscribeTo(own)).hasMessageContaining("own failed events");
  }

  @Test
  void subscribeTo_topicTwice_isOneSubscription() {
    Topic topic = new Topic(synth.stack, "Alarms");

    forwarder.subscribeTo(topic);
    forwarder.subscribeTo(topic);

    assertThat(synth.only("AWS::SNS::Subscription").path("Protocol").asText()).isEqualTo("lambda");
    assertThat(principals()).contains("sns.amazonaws.com");
  }

  @Test
  void subscribeTo_stream_readsItWithPartialFailures() {
    forwarder.subscribeTo(new Stream(synth.stack, "Logs"));

    JsonNode mapping = synth.only("AWS::Lambda::EventSourceMapping");
    assertThat(mapping.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
    assertThat(mapping.at("/FunctionResponseTypes/0").asText())
        .isEqualTo("ReportBatchItemFailures");
    assertThat(synth.statements().toString()).contains("kinesis:GetRecords");
  }

  @Test
  void subscribeTo_queue_readsItWithPartialFailures() {
    forwarder.subscribeTo(
        Queue.Builder.create(synth.stack, "Objects")
            .visibilityTimeout(Duration.minutes(12))
            .build());

    assertThat(
            synth.only("AWS::Lambda::EventSourceMapping").at("/FunctionResponseTypes/0").asText())
        .isEqualTo("ReportBatchItemFailures");
    assertThat(synth.statements().toString()).contains("sqs:ReceiveMessage");
  }

  @Test
  void subscribeTo_ownQueue_isRefused() {
    Synth other = Synth.anywhere();
    Forwarder queued =
        other.forwarder(Synth.props().failedEvents(FailedEvents.inNewQueue().build()));
    Queue own = (Queue) Objects.requireNonNull(queued.failedEventQueue());

    assertThatThrownBy(() -> queued.subscribeTo(own)).hasMessageContaining("own failed events");
  }

  @Test
  void allowRules_once_letsEventBridgeInvoke() {
    forwarder.allowRules();
    forwarder.allowRules();

    assertThat(synth.all(PERMISSION)).hasSize(2);
    assertThat(synth.template().toString()).contains("events.amazonaws.com.cn");
  }

  @Test
  void grantInvoke_role_mayInvoke() {
    forwarder.grantInvoke(
        Role.Builder.create(synth.stack, "Operator").assumedBy(new AccountRootPrincipal()).build());

    assertThat(synth.statements().toString()).contains("lambda:InvokeFunction");
  }

  private List<String> principals() {
    return synth.all(PERMISSION).stream()
        .map(permission -> permission.at("/Properties/Principal").asText())
        .toList();
  }

  private static List<String> filterIds(Synth synth) {
    return synth.template().path("Resources").properties().stream()
        .filter(entry -> entry.getValue().path("Type").asText().equals(FILTER))
        .map(entry -> entry.getKey())
        .toList();
  }
}
