package io.sleddog.cli.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** EC2's own form and XML, before a server that answers as EC2 does. */
class NetworkServiceTest {
  private static final String TABLES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <DescribeRouteTablesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
        <requestId>r</requestId>
        <routeTableSet>
          <item>
            <routeTableId>rtb-1</routeTableId>
            <vpcId>vpc-1</vpcId>
            <routeSet>
              <item>
                <destinationCidrBlock>10.0.0.0/16</destinationCidrBlock>
                <gatewayId>local</gatewayId>
                <state>active</state>
              </item>
              <item>
                <destinationCidrBlock>0.0.0.0/0</destinationCidrBlock>
                <natGatewayId>nat-1</natGatewayId>
                <state>blackhole</state>
              </item>
            </routeSet>
            <associationSet>
              <item>
                <main>true</main>
                <associationState><state>associated</state></associationState>
              </item>
              <item><subnetId>subnet-a</subnetId><main>false</main></item>
            </associationSet>
            <tagSet/>
          </item>
        </routeTableSet>
        <nextToken>%s</nextToken>
      </DescribeRouteTablesResponse>
      """;

  private final List<String> asked = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private HttpServer ec2;

  private record Answer(int status, String body) {}

  @BeforeEach
  void start() throws IOException {
    ec2 = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ec2.createContext(
        "/",
        exchange -> {
          byte[] form = exchange.getRequestBody().readAllBytes();
          asked.add(new String(form, StandardCharsets.UTF_8));
          signatures.add(
              exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"));
          Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    ec2.start();
  }

  @AfterEach
  void stop() {
    ec2.stop(0);
  }

  private Service service() {
    return new NetworkService(
        UrlConnectionHttpClient.create(),
        StaticCredentialsProvider.create(AwsSessionCredentials.create("key", "secret", "token")),
        "eu-west-1",
        URI.create("http://127.0.0.1:" + ec2.getAddress().getPort() + "/"));
  }

  @Test
  void answer_hasTheMembersOfTheApi() {
    answers.add(new Answer(200, TABLES.formatted("")));

    JsonNode table = service().call("DescribeRouteTables", Map.of()).at("/RouteTables/0");

    assertThat(table.path("RouteTableId").asText()).isEqualTo("rtb-1");
    assertThat(table.path("Routes")).hasSize(2);
    assertThat(table.at("/Routes/1/DestinationCidrBlock").asText()).isEqualTo("0.0.0.0/0");
    assertThat(table.at("/Routes/1/State").asText()).isEqualTo("blackhole");
    assertThat(table.at("/Routes/0/GatewayId").asText()).isEqualTo("local");
    assertThat(table.at("/Associations/0/Main").asBoolean(false)).isTrue();
    assertThat(table.at("/Associations/0/AssociationState/State").asText()).isEqualTo("associated");
    assertThat(table.at("/Associations/1/Main").asBoolean(true)).isFalse();
    assertThat(table.at("/Associations/1/SubnetId").asText()).isEqualTo("subnet-a");
  }

  @Test
  void request_isASignedForm() {
    answers.add(new Answer(200, TABLES.formatted("")));

    service()
        .call(
            "DescribeRouteTables",
            Map.of("Filters", List.of(Map.of("Name", "vpc-id", "Values", List.of("a&b", "c d")))));

    assertThat(asked.get(0).split("&", 0))
        .startsWith("Action=DescribeRouteTables", "Version=2016-11-15")
        .contains("Filter.1.Name=vpc-id", "Filter.1.Value.1=a%26b", "Filter.1.Value.2=c+d");
    assertThat(signatures.get(0))
        .startsWith("AWS4-HMAC-SHA256 Credential=key/")
        .contains("/eu-west-1/ec2/aws4_request")
        .endsWith(" token");
  }

  @Test
  void pages_areFollowed() {
    answers.add(new Answer(200, TABLES.formatted("more")));
    answers.add(new Answer(200, TABLES.formatted("")));

    assertThat(Paging.NEXT_TOKEN.all(service(), "DescribeRouteTables", Map.of(), "RouteTables"))
        .hasSize(2);
    assertThat(asked.get(1)).contains("&NextToken=more");
  }

  @Test
  void regions_areAList() {
    answers.add(
        new Answer(
            200,
            "<R><regionInfo><item><regionName>eu-west-1</regionName></item>"
                + "<item><regionName>us-east-1</regionName></item></regionInfo></R>"));
    assertThat(
            service()
                .call("DescribeRegions", Map.of())
                .path("Regions")
                .findValuesAsText("RegionName"))
        .containsExactly("eu-west-1", "us-east-1");
  }

  /** What the service says, how it is understood, and how often it is asked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403|UnauthorizedOperation|UnauthorizedOperation|1",
        "401|AuthFailure|AuthFailure|1",
        "400|InvalidParameterValue|InvalidParameterValue|1",
        "503|RequestLimitExceeded|RequestLimitExceeded|4",
        "500|InternalError|InternalError|4",
        "500||HTTP 500|4",
      })
  void refusal_isAFailureWithItsCode(int status, String said, String code, int times) {
    String body =
        said == null
            ? "no XML at all"
            : "<Response><Errors><Error><Code>"
                + said
                + "</Code><Message>because</Message></Error></Errors></Response>";
    answers.add(new Answer(status, body));

    assertThatThrownBy(() -> service().call("DescribeRouteTables", Map.of()))
        .isInstanceOfSatisfying(
            AwsFailure.class,
            it -> {
              assertThat(it.code()).isEqualTo(code);
              assertThat(it.action()).isEqualTo("ec2:DescribeRouteTables");
              assertThat(it.message()).isIn("HTTP " + status, "because");
            });
    assertThat(asked).hasSize(times);
  }

  @Test
  void fault_thatPasses_isNotSeen() {
    answers.add(new Answer(503, "<R/>"));
    answers.add(new Answer(200, TABLES.formatted("")));
    assertThat(service().call("DescribeRouteTables", Map.of()).path("RouteTables")).hasSize(1);
  }

  @Test
  void nobodyThere_isUnreached() {
    Service service = service();
    ec2.stop(0);
    assertThatThrownBy(() -> service.call("DescribeRouteTables", Map.of()))
        .isInstanceOfSatisfying(
            AwsFailure.class, it -> assertThat(it.code()).isEqualTo(AwsFailure.UNREACHED));
  }

  /** An answer that names other files must not be followed. */
  @Test
  void answer_withADocumentType_isNotRead() {
    answers.add(
        new Answer(200, "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>"));
    assertThatThrownBy(() -> service().call("DescribeRouteTables", Map.of()))
        .isInstanceOf(AwsFailure.class)
        .hasMessageContaining("did not answer with XML");
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1,https://ec2.eu-west-1.amazonaws.com/",
    "cn-north-1,https://ec2.cn-north-1.amazonaws.com.cn/",
    "us-gov-west-1,https://ec2.us-gov-west-1.amazonaws.com/",
  })
  void address_isThatOfTheRegion(String region, String address) {
    String set = System.getenv("AWS_ENDPOINT_URL");
    assertThat(NetworkAddress.of(region)).hasToString(set == null ? address : set + "/");
  }
}
