package io.sleddog.forwarder.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.FakeAwsServer;
import io.sleddog.forwarder.fixture.MovableClock;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.http.UrlConnectionTransport;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.telemetry.Counters;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceTagsTest {
  private static final Arn ORDERS = arn("lambda", "function:orders");
  private static final Arn STOCK = arn("lambda", "function:stock");
  private static final Arn GROUP = arn("logs", "log-group:/aws/lambda/orders");
  private static final Duration TTL = Duration.ofSeconds(301);
  private static final String PREFIX = "302b4dd9f83e8e6509c03301a637ef30f0acb8c9";
  private static final String FILE = "bucket/cache/" + PREFIX + "_lambda.json";
  private static final String LOCK = "bucket/cache/" + PREFIX + "_lambda.lock";

  private final MovableClock clock = new MovableClock();
  private final FakeAwsServer aws = new FakeAwsServer(clock);
  private final Map<String, String> environment = new HashMap<>(aws.environment());
  private final Counters counters = new Counters();
  private Pause pause = millis -> {};

  ResourceTagsTest() {
    environment.put("DD_API_KEY", RecordingIntake.KEY);
    environment.put("DD_FETCH_LAMBDA_TAGS", "true");
    environment.put("DD_FETCH_LOG_GROUP_TAGS", "true");
    environment.put("DD_FETCH_S3_TAGS", "true");
    environment.put("DD_FETCH_STEP_FUNCTIONS_TAGS", "true");
    environment.put("DD_S3_BUCKET_NAME", "bucket");
    aws.tag(ORDERS.text(), Map.of("Team", "Shop"));
    aws.tag(STOCK.text(), Map.of("env", "prod"));
    aws.tag(GROUP.text(), Map.of("owner", "ops"));
    aws.tag("arn:aws:s3:::data", Map.of("cost", "1"));
    aws.tag(arn("states", "stateMachine:Flow").text(), Map.of("flow", "yes"));
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void ofFunction_severalPages_areAllReadOnce() {
    ResourceTags tags = tags();

    assertThat(function(tags, ORDERS)).isEqualTo("team:shop");
    assertThat(function(tags, STOCK)).isEqualTo("env:prod");
    assertThat(aws.calls().stream().filter("GetResources"::equals)).hasSize(2);
    assertThat(counted(tags))
        .isEqualTo("get_resources_api_calls=2 s3_cache_lock_acquired=1 s3_cache_lock_released=1");
  }

  @Test
  void ofEach_kind_hasItsTags() {
    ResourceTags tags = tags();

    assertThat(tags.ofBucket("data", Records.INVOCATION, Deadlines.far()).text())
        .isEqualTo("cost:1");
    assertThat(tags.ofLogGroup(GROUP, Records.INVOCATION, Deadlines.far()).text())
        .isEqualTo("owner:ops");
    Arn machine = arn("states", "stateMachine:flow");
    assertThat(tags.ofStateMachine(machine, Records.INVOCATION, Deadlines.far()).text())
        .isEqualTo("flow:yes");
    assertThat(aws.objects())
        .containsExactly(
            "/bucket/cache/" + PREFIX + "_s3.json",
            "/bucket/cache/" + PREFIX + "_step-functions.json",
            "/bucket/cache/log-group/"
                + PREFIX
                + "/arn_aws_logs_us-east-1_012345678912_log-group__aws_lambda_orders.json");
  }

  @Test
  void ofFunction_anotherContainer_takesTheCopy() {
    function(tags(), ORDERS);
    aws.calls();

    assertThat(function(tags(), ORDERS)).isEqualTo("team:shop");
    assertThat(aws.calls()).containsExactly("GET /" + FILE);
    assertThat(aws.object(FILE)).contains("\"" + ORDERS.text() + "\": [\"team:shop\"]");
    assertThat(aws.object(LOCK)).isNull();
  }

  @Test
  void ofFunction_copyOfTheOfficialForwarder_isUnderstood() {
    aws.put(FILE, "{\"" + ORDERS.text() + "\": [\"a:b\", \"c:d\"]}");

    assertThat(function(tags(), ORDERS)).isEqualTo("a:b,c:d");
  }

  @Test
  void ofFunction_afterTheirTime_areReadAgainWhileOldOnesServe() {
    Held held = new Held();
    ResourceTags tags = tags(held);
    held.now = true;
    function(tags, ORDERS);
    held.now = false;
    aws.tag(ORDERS.text(), Map.of("team", "new"));
    clock.move(TTL.plusSeconds(1));

    assertThat(function(tags, ORDERS)).as("in the meantime").isEqualTo("team:shop");
    held.run();
    assertThat(function(tags, ORDERS)).isEqualTo("team:new");
  }

  @Test
  void ofFunction_awsRefuses_oldCopyServes() {
    function(tags(), ORDERS);
    clock.move(TTL.plusSeconds(1));
    aws.deny("GetResources");
    ResourceTags tags = tags();

    assertThat(function(tags, ORDERS)).isEqualTo("team:shop");
    assertThat(counted(tags)).contains("client_error=1").contains("s3_cache_expired=1");
    assertThat(aws.object(FILE)).as("is not overwritten").contains("team:shop");
  }

  @Test
  void ofFunction_awsRefusesAndNoCopy_asksAgainLater() {
    aws.deny("GetResources");
    ResourceTags tags = tags();

    assertThat(function(tags, ORDERS)).isEmpty();
    aws.deny("nothing");
    aws.calls();
    assertThat(function(tags, ORDERS)).isEmpty();
    assertThat(aws.calls()).as("not at once").isEmpty();
    clock.move(Duration.ofMillis(TagCache.RETRY_MILLIS));
    assertThat(function(tags, ORDERS)).isEqualTo("team:shop");
  }

  @Test
  void ofFunction_anotherContainerReads_itsCopyIsAwaited() {
    aws.put(LOCK, "");
    pause = millis -> aws.put(FILE, "{\"" + ORDERS.text() + "\": [\"by:other\"]}");
    ResourceTags tags = tags();

    assertThat(function(tags, ORDERS)).isEqualTo("by:other");
    assertThat(aws.calls()).doesNotContain("GetResources");
    assertThat(aws.object(LOCK)).as("is not ours").isEmpty();
  }

  @Test
  void ofFunction_lockOfADeadContainer_isTaken() {
    aws.put(LOCK, "");
    clock.move(Duration.ofSeconds(61));

    assertThat(function(tags(), ORDERS)).isEqualTo("team:shop");
    assertThat(aws.object(LOCK)).isNull();
  }

  @Test
  void ofFunction_bucketRefuses_tagsAreThereAndTroubleIsCounted() {
    aws.deny("/bucket/");
    ResourceTags tags = tags();

    assertThat(function(tags, ORDERS)).isEqualTo("team:shop");
    assertThat(counted(tags))
        .contains("s3_cache_fetch_failure=1")
        .contains("s3_cache_write_failure=2")
        .contains("s3_cache_lock_release_failure=1");
  }

  @Test
  void ofFunction_noBucket_isKeptInMemoryOnly() {
    environment.remove("DD_S3_BUCKET_NAME");
    ResourceTags tags = tags();

    assertThat(function(tags, ORDERS)).isEqualTo("team:shop");
    assertThat(aws.calls()).containsExactly("GetResources", "GetResources");
    assertThat(aws.objects()).isEmpty();
  }

  @Test
  void ofFunction_anotherAccount_isNotAskedFor() {
    assertThat(function(tags(), ORDERS.withAccount("999999999999"))).isEmpty();
    assertThat(aws.calls()).isEmpty();
  }

  @Test
  void ofEach_switchedOff_asksNobody() {
    environment.keySet().removeIf(name -> name.startsWith("DD_FETCH"));
    ResourceTags tags = tags();

    assertThat(function(tags, ORDERS)).isEmpty();
    assertThat(tags.ofBucket("data", Records.INVOCATION, Deadlines.far())).isEqualTo(Tags.NONE);
    assertThat(tags.ofLogGroup(GROUP, Records.INVOCATION, Deadlines.far())).isEqualTo(Tags.NONE);
    assertThat(aws.calls()).isEmpty();
    assertThat(counted(tags)).isEmpty();
  }

  @Test
  void ofLogGroup_awsRefuses_goodCopyStays() {
    ResourceTags first = tags();
    first.ofLogGroup(GROUP, Records.INVOCATION, Deadlines.far());
    clock.move(TTL.plusSeconds(1));
    aws.deny("ListTags");

    assertThat(tags().ofLogGroup(GROUP, Records.INVOCATION, Deadlines.far()).text())
        .isEqualTo("owner:ops");
    assertThat(aws.object(aws.objects().get(0).substring(1))).isEqualTo("[\"owner:ops\"]");
  }

  @Test
  void ofLogGroup_namesThatDifferInASlash_haveCopiesOfTheirOwn() {
    ResourceTags tags = tags();
    tags.ofLogGroup(arn("logs", "log-group:a/b"), Records.INVOCATION, Deadlines.far());
    tags.ofLogGroup(arn("logs", "log-group:a_b"), Records.INVOCATION, Deadlines.far());

    assertThat(aws.objects()).hasSize(2);
  }

  @Test
  void ofFunction_lateAnswer_isNotWaitedFor() {
    ResourceTags tags = tags(new Held());

    assertThat(tags.ofFunction(ORDERS, Records.INVOCATION, Deadlines.in(8)).text()).isEmpty();
    assertThat(counted(tags)).isEqualTo("tags_late=1");
  }

  private String function(ResourceTags tags, Arn function) {
    return tags.ofFunction(function, Records.INVOCATION, Deadlines.far()).text();
  }

  private String counted(ResourceTags tags) {
    tags.report(counters);
    return counters.summary();
  }

  private ResourceTags tags() {
    Held atOnce = new Held();
    atOnce.now = true;
    return tags(atOnce);
  }

  private ResourceTags tags(Held background) {
    ForwarderConfig config = ForwarderConfig.from(environment);
    AwsClient client =
        new AwsClient(
            config.aws(),
            new UrlConnectionTransport(config.network()),
            Clock.systemUTC(),
            millis -> {});
    Timing timing =
        new Timing(TTL.toMillis(), clock, millis -> pause.millis(millis), background::start);
    return new ResourceTags(config.tags(), client, timing);
  }

  private static Arn arn(String service, String resource) {
    return new Arn("aws", service, "us-east-1", "012345678912", resource);
  }

  /** Work that is done at once, or when the test says so. */
  private static final class Held {
    private FutureTask<?> task = new FutureTask<>(() -> "");
    private boolean now;

    FutureTask<?> start(Runnable work) {
      task = new FutureTask<>(work, "");
      if (now) {
        task.run();
      }
      return task;
    }

    void run() {
      task.run();
    }
  }
}
