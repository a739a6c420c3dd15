package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Whether the subnets of a function have a way out of their VPC, by their routes. */
final class WayOut {
  private static final String EVERYWHERE = "0.0.0.0/0";

  /** Of the endpoint services of others than AWS, such as the intakes of Datadog. */
  private static final String FOREIGN_ENDPOINT = ".*\\.vpce-svc-\\w+";

  private final Service network;

  WayOut(Cloud cloud, String region) {
    this.network = cloud.service(ServiceName.EC2, region);
  }

  /**
   * What is wrong, subnet by subnet; empty if nothing is.
   *
   * @param vpc the function's {@code VpcConfig}
   * @return nothing if nobody may look
   */
  Optional<List<String>> missing(JsonNode vpc) {
    String id = vpc.path("VpcId").asText("");
    try {
      List<JsonNode> tables = list("DescribeRouteTables", "RouteTables", id);
      List<String> missing = new ArrayList<>();
      for (JsonNode subnet : vpc.path("SubnetIds")) {
        problem(tables, subnet.asText()).ifPresent(missing::add);
      }
      return Optional.of(missing.isEmpty() || hasForeignEndpoint(id) ? List.of() : missing);
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private List<JsonNode> list(String operation, String member, String vpc) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("Filters", List.of(Map.of("Name", "vpc-id", "Values", List.of(vpc))));
    return Paging.NEXT_TOKEN.all(network, operation, input, member);
  }

  /** A private link to the intake needs no route. */
  private boolean hasForeignEndpoint(String vpc) {
    return list("DescribeVpcEndpoints", "VpcEndpoints", vpc).stream()
        .anyMatch(it -> it.path("ServiceName").asText().matches(FOREIGN_ENDPOINT));
  }

  private static Optional<String> problem(List<JsonNode> tables, String subnet) {
    Optional<JsonNode> own = table(tables, it -> it.path("SubnetId").asText("").equals(subnet));
    Optional<JsonNode> main = table(tables, it -> it.path("Main").asBoolean(false));
    List<JsonNode> out =
        own.or(() -> main).stream()
            .flatMap(it -> StreamSupport.stream(it.path("Routes").spliterator(), false))
            .filter(it -> it.path("DestinationCidrBlock").asText("").equals(EVERYWHERE))
            .toList();
    if (out.isEmpty()) {
      return Optional.of(subnet + " has no route to " + EVERYWHERE);
    } else if (out.get(0).path("State").asText("").equals("blackhole")) {
      return Optional.of(subnet + " has a route to what is not there any more");
    }
    boolean isInternetGateway = out.get(0).path("GatewayId").asText("").startsWith("igw-");
    return isInternetGateway
        ? Optional.of(subnet + " leads to an internet gateway, which no function can use")
        : Optional.empty();
  }

  private static Optional<JsonNode> table(List<JsonNode> tables, Predicate<JsonNode> association) {
    return tables.stream()
        .filter(
            it ->
                StreamSupport.stream(it.path("Associations").spliterator(), false)
                    .anyMatch(association))
        .findFirst();
  }
}
