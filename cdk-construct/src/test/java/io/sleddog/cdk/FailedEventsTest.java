package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.forwarder.FailedEvents;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sqs.Queue;

@NeedsNode
class FailedEventsTest {
  private static final String BUCKET = "AWS::S3::Bucket";
  private static final String QUEUE = "AWS::SQS::Queue";
  private static final String SCHEDULE = "AWS::Scheduler::Schedule";

  private final Synth synth = Synth.anywhere();

  @Test
  void inNewBucket_unlessSaid_isPrivateAndExpires() {
    use(FailedEvents.inNewBucket());

    JsonNode bucket = synth.only(BUCKET);
    assertThat(bucket.at("/LifecycleConfiguration/Rules/0/ExpirationInDays").asInt()).isEqualTo(14);
    assertThat(bucket.at("/LifecycleConfiguration/Rules/0/Prefix").asText())
        .isEqualTo("failed_events/");
    assertThat(bucket.at("/PublicAccessBlockConfiguration/RestrictPublicBuckets").asBoolean())
        .isTrue();
    assertThat(synth.all(BUCKET).get(0).path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(synth.only("AWS::S3::BucketPolicy").toString()).contains("aws:SecureTransport");
    assertThat(variables().at("/DD_S3_BUCKET_NAME/Ref").asText())
        .startsWith("ForwarderFailedEvents");
    assertThat(variables().path("DD_STORE_FAILED_EVENTS").asText()).isEqualTo("true");
  }

  @Test
  void inNewBucket_grantsItsTwoFoldersOnly() {
    use(FailedEvents.inNewBucket());

    assertThat(synth.statement("KeepFailedEvents").path("Resource").toString())
        .contains("/failed_events/*", "/cache/*");
    assertThat(synth.statement("ListFailedEvents").at("/Condition/StringLike/s3:prefix"))
        .hasSize(2);
  }

  @Test
  void inNewBucket_withKeyAndAccessLogs_usesBoth() {
    use(
        FailedEvents.inNewBucket()
            .encryptionKey(new Key(synth.stack, "Key"))
            .accessLogs(new Bucket(synth.stack, "Access")));

    JsonNode bucket =
        synth.all(BUCKET).stream()
            .map(found -> found.path("Properties"))
            .filter(found -> found.has("LoggingConfiguration"))
            .findFirst()
            .orElseThrow();
    assertThat(bucket.at("/LoggingConfiguration/LogFilePrefix").asText())
        .isEqualTo("datadog-forwarder/");
    assertThat(bucket.path("BucketEncryption").toString()).contains("Key");
    assertThat(synth.statements().toString()).contains("kms:GenerateDataKey*");
  }

  @Test
  void inBucket_existing_isNamedAndGranted() {
    Forwarder forwarder =
        synth.forwarder(
            Synth.props()
                .failedEvents(
                    FailedEvents.inBucket(Bucket.fromBucketName(synth.stack, "Mine", "mine"))
                        .build()));

    assertThat(synth.all(BUCKET)).isEmpty();
    assertThat(variables().path("DD_S3_BUCKET_NAME").asText()).isEqualTo("mine");
    assertThat(forwarder.failedEventQueue()).isNull();
  }

  @Test
  void inNewQueue_withExpiry_keepsMessagesThatLong() {
    Forwarder forwarder =
        synth.forwarder(Synth.props().failedEvents(FailedEvents.inNewQueue().keepDays(3).build()));

    JsonNode queue = synth.only(QUEUE);
    assertThat(queue.path("MessageRetentionPeriod").asInt()).isEqualTo(3 * 24 * 3600);
    assertThat(queue.path("VisibilityTimeout").asInt()).isEqualTo(120);
    assertThat(queue.path("SqsManagedSseEnabled").asBoolean()).isTrue();
    assertThat(variables().at("/DD_SQS_QUEUE_URL/Ref").asText())
        .startsWith("ForwarderFailedEvents");
    assertThat(synth.all(BUCKET)).isEmpty();
    assertThat(forwarder.failedEventBucket()).isNull();
  }

  @Test
  void inQueue_existingWithKey_isGrantedWithTheKey() {
    use(
        FailedEvents.inQueue(
            Queue.Builder.create(synth.stack, "Mine")
                .encryptionMasterKey(new Key(synth.stack, "Key"))
                .build()));

    assertThat(synth.statement("KeepFailedEvents").path("Action").toString())
        .contains("sqs:SendMessage", "sqs:ChangeMessageVisibility");
    assertThat(synth.statements().toString()).contains("kms:Decrypt");
  }

  @Test
  void retry_unlessSaid_isEverySixHours() {
    use(FailedEvents.inNewBucket());

    JsonNode schedule = synth.only(SCHEDULE);
    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(6 hours)");
    assertThat(schedule.at("/Target/Input").asText()).isEqualTo("{\"retry\": true}");
    assertThat(schedule.at("/Target/Arn/Fn::GetAtt/0").asText()).startsWith("ForwarderFunction");
    assertThat(synth.statement("InvokeForwarder").at("/Resource/Fn::GetAtt/0").asText())
        .startsWith("ForwarderFunction");
  }

  @Test
  void retry_everyHour_isSaidInTheSingular() {
    use(FailedEvents.inNewBucket().retryEveryHours(1));

    assertThat(synth.only(SCHEDULE).path("ScheduleExpression").asText()).isEqualTo("rate(1 hour)");
  }

  @Test
  void retry_never_hasNoSchedule() {
    use(FailedEvents.inNewBucket().neverRetry());

    assertThat(synth.all(SCHEDULE)).isEmpty();
  }

  @Test
  void notKept_hasNeitherStoreNorSchedule() {
    synth.forwarder(Synth.props().failedEvents(FailedEvents.notKept()));

    assertThat(synth.all(BUCKET)).isEmpty();
    assertThat(synth.all(QUEUE)).isEmpty();
    assertThat(synth.all(SCHEDULE)).isEmpty();
    assertThat(variables().has("DD_STORE_FAILED_EVENTS")).isFalse();
  }

  private void use(FailedEvents.Builder failed) {
    synth.forwarder(Synth.props().failedEvents(failed.build()));
  }

  private JsonNode variables() {
    return synth.only("AWS::Lambda::Function").at("/Environment/Variables");
  }
}
