package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.FakeTransport;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.lookup.ResourceTags;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Invocation;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where logs come from, and the source, host, service and tags that they get. */
class EnvelopesTest {
  private static final String ID = "13e304cba4b9446eb7ef082a00038990";
  private static final String FORWARDER = "forwardername:test_function,forwarder_version:9.9.9";
  private static final String OWNER = "601427279990";
  private static final String LAMBDA = "arn:aws:lambda:us-east-1:" + OWNER + ":function:";

  @ParameterizedTest
  @CsvSource({
    "testLogGroup, testLogStream, cloudwatch, testLogGroup, cloudwatch",
    "/aws/rds/instance/x/postgresql, s, cloudwatch, /aws/rds/instance/x/postgresql, cloudwatch",
    "/aws/vendedlogs/states/x, states/x/1/2, cloudwatch, /aws/vendedlogs/states/x, cloudwatch",
    "aws-waf-logs-x, s, cloudwatch, aws-waf-logs-x, cloudwatch",
    "sns/us-east-1/1/t, s, sns, sns/us-east-1/1/t, sns",
    "/aws/lambda-insights, s, lambda, /aws/lambda-insights, lambda",
    "x-cloudtrail-y, s, cloudtrail, x-cloudtrail-y, cloudtrail",
    "'', '', cloudwatch, '', cloudwatch"
  })
  void ofCloudWatch_otherLogs_belongToTheirGroup(
      String group, String stream, String source, String host, String service) {
    Envelope envelope = cloudWatch(OWNER, group, stream);

    assertThat(envelope.source()).isEqualTo(source);
    assertThat(envelope.host()).isEqualTo(host);
    assertThat(envelope.service()).isEqualTo(service);
    assertThat(envelope.tags().text()).isEqualTo(FORWARDER);
    assertThat(envelope.function()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/aws/lambda/Orders, 2026/01/31/[$LATEST]" + ID + ", orders",
    "/aws/lambda/us-east-1.MyEdge, s, us-east-1.myedge",
    "/aws/vendedlogs/states/x, 2023/11/06/My-Fn.[$LATEST]" + ID + ", my-fn.",
    "/aws/lambda/a, 2023/11/06/b[1]" + ID + ", b",
    "/AWS/lambda/A, s, a"
  })
  void ofCloudWatch_logsOfAFunction_belongToIt(String group, String stream, String name) {
    Envelope envelope = cloudWatch(OWNER, group, stream);

    assertThat(envelope.source()).isEqualTo("lambda");
    assertThat(envelope.host()).isEqualTo(LAMBDA + name);
    assertThat(envelope.service()).isEqualTo(name);
    assertThat(envelope.function()).isNotNull().extracting(Arn::text).isEqualTo(LAMBDA + name);
    assertThat(envelope.tags().text())
        .isEqualTo(
            FORWARDER
                + ",env:none,aws_account:"
                + OWNER
                + ",functionname:"
                + name
                + ",region:us-east-1,service:"
                + name);
  }

  @ParameterizedTest
  @CsvSource({
    "601427279990, 601427279990",
    "1, 012345678912",
    "'', 012345678912",
    "abcdefghijkl, 012345678912"
  })
  void ofCloudWatch_owner_isTheAccountOfTheFunction(String owner, String account) {
    Envelope envelope = cloudWatch(owner, "/aws/lambda/f", "s");

    assertThat(envelope.function()).isNotNull().extracting(Arn::account).isEqualTo(account);
    assertThat(envelope.tags().text()).contains("aws_account:" + account);
    assertThat(envelope.origin().details()).containsEntry("owner", owner);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:lambda:us-east-1:012345678912:function:fw:prod, arn:aws",
    "arn:aws-cn:lambda:cn-north-1:012345678912:function:fw, arn:aws-cn:lambda:cn-north-1",
    "arn:aws-us-gov:lambda:us-gov-west-1:1:function:fw, arn:aws-us-gov:lambda:us-gov-west-1"
  })
  void ofCloudWatch_forwarderElsewhere_functionIsInItsPartitionAndRegion(String arn, String start) {
    Invocation invocation = new Invocation(arn, "fw", "$LATEST", "r", 128);

    Envelope envelope =
        envelopes().ofCloudWatch(invocation, header(OWNER, "/aws/lambda/f", "s"), Deadlines.far());

    assertThat(envelope.host()).startsWith(start).endsWith(":" + OWNER + ":function:f");
  }

  @Test
  void ofCloudWatch_forwarderWithoutArn_logsBelongToTheirGroup() {
    Invocation invocation = new Invocation("fw", "fw", "$LATEST", "r", 128);

    Envelope envelope =
        envelopes().ofCloudWatch(invocation, header(OWNER, "/aws/lambda/f", "s"), Deadlines.far());

    assertThat(envelope.host()).isEqualTo("/aws/lambda/f");
    assertThat(envelope.source()).isEqualTo("lambda");
    assertThat(envelope.function()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a:b | a:b,~,env:none,#,service:f | f",
        "env:prod | env:prod,~,# | f",
        "a:b,env:prod | a:b,env:prod,~,# | f",
        "service:shop | service:shop,~,env:none,# | shop",
        "service:a:b | service:a:b,~,env:none,# | a:b",
        "service:a,service:b,x:y,service:c | service:a,x:y,~,env:none,# | a",
        "service:lambda | service:lambda,~,env:none,#,service:f | f",
        "xenv:a,myservice:b | xenv:a,myservice:b,~,env:none,#,service:f | f"
      })
  void ofCloudWatch_userTags_comeFirstAndNameServiceAndEnv(
      String tags, String expected, String service) {
    Envelope envelope = cloudWatch(OWNER, "/aws/lambda/f", "s", "DD_TAGS", tags);

    String all =
        expected
            .replace("~", FORWARDER)
            .replace("#", "aws_account:" + OWNER + ",functionname:f,region:us-east-1");
    boolean named = all.contains("service:") && !all.endsWith("service:f");
    assertThat(envelope.service()).isEqualTo(service);
    assertThat(envelope.tags().text().replace(",service:" + service, ""))
        .isEqualTo(named ? all.replace(",service:" + service, "") : all.replace(",service:f", ""));
  }

  @Test
  void ofCloudWatch_sourceIsGiven_functionIsNotLookedFor() {
    Envelope envelope = cloudWatch(OWNER, "/aws/lambda/f", "s", "DD_SOURCE", "mine");

    assertThat(envelope.source()).isEqualTo("mine");
    assertThat(envelope.service()).isEqualTo("mine");
    assertThat(envelope.host()).isEqualTo("/aws/lambda/f");
    assertThat(envelope.tags().text()).isEqualTo(FORWARDER + ",source_overridden:true");
    assertThat(envelope.function()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "my-key, s3",
    "a/AWS-WAF-Logs-x/1, waf",
    "waflogs/1, waf",
    "amazon_kinesis/1, kinesis",
    "AWSLogs/1/elasticloadbalancing/x.log.gz, s3",
    "AWSLogs/1/vpcflowlogs/x.log.gz, s3",
    "1_CloudTrail_us-east-1_20260101T0000Z_abc.json.gz, cloudtrail",
    "1_CloudTrail-Digest_us-gov-west-1_20260101T000000Z.json.gz, cloudtrail",
    "1_CloudTrail-Insight_mx-central-1_x_20260101T0000Z_y.json.gz, cloudtrail",
    "1_cloudtrail_ap-southeast-1_20260101T0000Z_waflogs.JSON.GZ, cloudtrail",
    "1_CloudTrail_us-iso-east-1_20260101T0000Z_abc.json.gz, s3",
    "1_CloudTrail_us-east-10_20260101T0000Z_abc.json.gz, s3",
    "1_CloudTrail-Aggregated_us-east-1_20260101T0000Z_abc.json.gz, s3",
    "1_CloudTrail_us-east-1_20260101T0000Z_abc.json, s3",
    "'', s3"
  })
  void ofS3_key_tellsTheSource(String key, String source) {
    Envelope envelope = envelopes().ofS3(Records.INVOCATION, "b", key, Deadlines.far());

    assertThat(envelope.source()).isEqualTo(source);
    assertThat(envelope.service()).isEqualTo(source);
    assertThat(envelope.host()).isNull();
    assertThat(envelope.tags().text()).isEqualTo(FORWARDER);
  }

  @Test
  void ofEvent_event_hasNoHost() {
    Envelope service = envelopes().ofEvent(Records.INVOCATION, "guardduty", true);
    Envelope none = envelopes().ofEvent(Records.INVOCATION, "sns", false);

    assertThat(service.service()).isEqualTo("guardduty");
    assertThat(service.host()).isNull();
    assertThat(none.service()).isNull();
    assertThat(none.source()).isEqualTo("sns");
  }

  private static Envelope cloudWatch(
      String owner, String group, String stream, String... variables) {
    return envelopes(variables)
        .ofCloudWatch(Records.INVOCATION, header(owner, group, stream), Deadlines.far());
  }

  private static CloudWatchHeader header(String owner, String group, String stream) {
    return new CloudWatchHeader("DATA_MESSAGE", owner, group, stream, 0);
  }

  private static Envelopes envelopes(String... variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DD_API_KEY", "0123456789abcdef0123456789abcdef");
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    ForwarderConfig config = ForwarderConfig.from(environment);
    Clock clock = Clock.systemUTC();
    AwsClient aws = new AwsClient(config.aws(), new FakeTransport(), clock, millis -> {});
    ResourceTags tags = new ResourceTags(config.tags(), aws, clock, millis -> {});
    return new Envelopes(config.additions(), "9.9.9", tags);
  }
}
