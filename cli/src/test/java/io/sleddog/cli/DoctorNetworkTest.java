package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SD-FWD-007: a forwarder in a VPC, by its routes, its endpoints, its proxy and its log. */
class DoctorNetworkTest {
  private static final String REGION = "eu-west-1";
  private static final String GROUP = "/aws/lambda/orders";
  private static final String LOG = "/aws/lambda/Forwarder";
  private static final String NAT =
      "{'DestinationCidrBlock': '0.0.0.0/0', 'NatGatewayId': 'nat-1', 'State': 'active'}";
  private static final String LOCAL =
      "{'DestinationCidrBlock': '10.0.0.0/16', 'GatewayId': 'local', 'State': 'active'}";

  private final FakeAws aws = new FakeAws();
  private final Console console;

  DoctorNetworkTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().add("orders", REGION);
    ObjectNode forwarder = aws.lambda().add("Forwarder", REGION);
    ObjectNode vpc = forwarder.putObject("VpcConfig").put("VpcId", "vpc-1");
    vpc.putArray("SubnetIds").add("subnet-a").add("subnet-b");
    aws.logs().filter(GROUP, "f", FakeLambda.arn("Forwarder", REGION));
    aws.others().answer("DescribeVpcEndpoints", "{'VpcEndpoints': []}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        NAT + "|ok|",
        "{'DestinationCidrBlock': '0.0.0.0/0', 'TransitGatewayId': 'tgw-1'}|ok|",
        "{'DestinationCidrBlock': '0.0.0.0/0', 'InstanceId': 'i-1'}|ok|",
        "{'DestinationCidrBlock': '0.0.0.0/0', 'GatewayId': 'vgw-1'}|ok|",
        LOCAL + "|fail|subnet-a has no route to 0.0.0.0/0",
        "{'DestinationCidrBlock': '0.0.0.0/0', 'GatewayId': 'igw-1'}|fail|subnet-a leads to an"
            + " internet gateway",
        "{'DestinationCidrBlock': '0.0.0.0/0', 'NatGatewayId': 'nat-1', 'State': 'blackhole'}|fail|"
            + "subnet-a has a route to what is not there",
      })
  void routesOfTheSubnets_areJudged(String route, String verdict, String evidence) {
    routes(table("{'SubnetId': 'subnet-a'}, {'SubnetId': 'subnet-b'}", LOCAL + "," + route));

    JsonNode rule = rule();
    assertThat(rule.path("verdict").asText()).isEqualTo(verdict);
    if (evidence != null) {
      assertThat(rule.path("evidence").asText()).contains(evidence);
    }
  }

  @Test
  void subnetWithoutATable_hasTheMainOne() {
    routes(table("{'Main': true}", LOCAL), table("{'SubnetId': 'subnet-a'}", NAT));
    assertThat(rule().path("evidence").asText())
        .isEqualTo("ec2:DescribeRouteTables subnet-b has no route to 0.0.0.0/0");

    routes(table("{'Main': true}", NAT), table("{'SubnetId': 'subnet-a'}", NAT));
    assertThat(rule().path("verdict").asText()).isEqualTo("ok");
  }

  @ParameterizedTest
  @CsvSource({
    "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0,ok",
    "com.amazonaws.eu-west-1.s3,fail",
  })
  void endpointOfAnother_isAWayOut(String service, String verdict) {
    routes(table("{'Main': true}", LOCAL));
    aws.others()
        .answer("DescribeVpcEndpoints", "{'VpcEndpoints': [{'ServiceName': '" + service + "'}]}");

    assertThat(rule().path("verdict").asText()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"HTTPS_PROXY", "http_proxy"})
  void proxy_mayBeAWayOut(String variable) {
    routes(table("{'Main': true}", LOCAL));
    aws.lambda()
        .function("Forwarder", REGION)
        .withObject("/Environment/Variables")
        .put(variable, "http://proxy:3128");

    assertThat(rule().path("verdict").asText()).isEqualTo("unknown");
  }

  /** What its log says counts more than what the routes promise. */
  @ParameterizedTest
  @CsvSource({"Task timed out after 120.00 seconds", "ConnectTimeoutException", "UnknownHost"})
  void logThatTellsOfTimeouts_isAFailure(String line) {
    aws.logs().event(LOG, 0, line);
    routes(table("{'Main': true}", NAT));
    assertThat(rule().path("verdict").asText()).isEqualTo("fail");

    routes(table("{'Main': true}", LOCAL));
    assertThat(rule().path("evidence").asText())
        .startsWith("its log says that it timed out; ec2: subnet-a has no route");
  }

  @Test
  void routesMayNotBeSeen_isUnknownUnlessItsLogShowsThatItRuns() {
    assertThat(rule().path("verdict").asText()).isEqualTo("unknown");
    aws.logs().event(LOG, 0, "REPORT RequestId: 1");
    assertThat(rule().path("verdict").asText()).isEqualTo("ok");
    aws.fail("DescribeRouteTables", "", "ExpiredTokenException");
    assertThat(console.run("doctor", "-f", "orders")).isEqualTo(4);
  }

  @Test
  void forwarderOutsideOfAVpc_isNotAskedAbout() {
    aws.lambda().function("Forwarder", REGION).remove("VpcConfig");

    assertThat(rule().path("verdict").asText()).isEqualTo("ok");
    assertThat(aws.calls()).doesNotContain("DescribeRouteTables");
  }

  private static String table(String associations, String routes) {
    return "{'Associations': [" + associations + "], 'Routes': [" + routes + "]}";
  }

  private void routes(String... tables) {
    aws.others()
        .answer("DescribeRouteTables", "{'RouteTables': [" + String.join(",", tables) + "]}");
  }

  private JsonNode rule() {
    console.run("doctor", "-f", "orders", "--json", "--rule", "SD-FWD-007");
    JsonNode rules = Json.parse(console.out()).at("/result/subjects/0/rules");
    assertThat(rules).hasSize(1);
    return rules.get(0);
  }
}
