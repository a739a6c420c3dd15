package io.sleddog.forwarder.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sleddog.emulator.AwsEmulator;
import io.sleddog.emulator.UsesAwsEmulator;
import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Emulator;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.http.UrlConnectionTransport;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.telemetry.Counters;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tags of an emulator of AWS, shared by its S3. */
@UsesAwsEmulator
class ResourceTagsIT {
  private final String name = "tags-" + UUID.randomUUID();
  private final Invocation invocation =
      new Invocation(arn("lambda", "function:" + name).text(), name, "$LATEST", "r", 128);

  private final Emulator emulator;

  ResourceTagsIT(AwsEmulator aws) {
    this.emulator = new Emulator(aws);
  }

  @Test
  void ofBucket_tagsOfAws_areFoundAndShared() throws Exception {
    emulator.createBucket(name);
    emulator.tagBucket(
        name, "<Tagging><TagSet><Tag><Key>Cost</Key><Value>A B</Value></Tag></TagSet></Tagging>");

    assumeTrue(tagsOfBucketsAreListed(), "skipped: this emulator's tagging leaves buckets out");

    for (String expected : new String[] {"get_s3_resources_api_calls=1", ""}) {
      ResourceTags tags = tags();
      Tags found = tags.ofBucket(name, invocation, soon());

      assertThat(found.text()).isEqualTo("cost:a_b");
      Counters counters = new Counters();
      tags.report(counters);
      assertThat(counters.summary()).startsWith(expected);
      assertThat(counters.summary()).doesNotContain("failure");
    }
  }

  @Test
  void ofLogGroup_tagsOfAws_areFound() throws Exception {
    emulator.createBucket(name);
    emulator.call(
        "logs",
        "Logs_20140328.CreateLogGroup",
        "{\"logGroupName\":\"/a/" + name + "\",\"tags\":{\"Owner\":\"Ops\"}}");

    Tags found = tags().ofLogGroup(arn("logs", "log-group:/a/" + name), invocation, soon());

    assertThat(found.text()).isEqualTo("owner:ops");
  }

  private boolean tagsOfBucketsAreListed() throws Exception {
    return emulator
        .call(
            "tagging",
            "ResourceGroupsTaggingAPI_20170126.GetResources",
            "{\"ResourceTypeFilters\":[\"s3:bucket\"]}")
        .toString()
        .contains(name);
  }

  private ResourceTags tags() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DD_API_KEY", RecordingIntake.KEY);
    environment.putAll(emulator.environment());
    environment.put("DD_FETCH_S3_TAGS", "true");
    environment.put("DD_FETCH_LOG_GROUP_TAGS", "true");
    environment.put("DD_S3_BUCKET_NAME", name);
    ForwarderConfig config = ForwarderConfig.from(environment);
    UrlConnectionTransport transport = new UrlConnectionTransport(config.network());
    AwsClient aws = new AwsClient(config.aws(), transport, Clock.systemUTC(), Pause.REAL);
    return new ResourceTags(config.tags(), aws, Clock.systemUTC(), Pause.REAL);
  }

  private static Deadline soon() {
    return Deadline.in(20_000, System::nanoTime);
  }

  private static Arn arn(String service, String resource) {
    return new Arn("aws", service, "us-east-1", AwsEmulator.ACCOUNT, resource);
  }
}
