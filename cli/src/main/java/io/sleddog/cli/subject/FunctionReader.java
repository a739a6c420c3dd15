package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.problem.Problem;
import io.sleddog.plan.model.LogGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads functions and, if they are asked for, their log groups. Safe for several threads. */
public final class FunctionReader {
  private final Cloud cloud;
  private final boolean withLogGroup;
  private final Settling settling;
  private final SigningBook signing;

  /**
   * Reads functions.
   *
   * @param withLogGroup whether their log groups are read as well
   * @param settling waits for functions that are just being changed
   */
  public FunctionReader(Cloud cloud, boolean withLogGroup, Settling settling) {
    this.cloud = cloud;
    this.withLogGroup = withLogGroup;
    this.settling = settling;
    this.signing = new SigningBook(cloud);
  }

  /**
   * The function in each of the target's regions where it is.
   *
   * @throws Problem if it is in none, or cannot be read
   */
  public List<FunctionState> read(Target target) {
    List<FunctionState> found = new ArrayList<>();
    for (String region : target.regions()) {
      try {
        found.add(read(target.name(), region));
      } catch (AwsFailure e) {
        if (!e.isNotFound()) {
          throw Failures.problem(target.name(), e);
        }
      }
    }
    if (found.isEmpty()) {
      throw Problem.failed(
          "function-missing",
          "There is no function " + target.name() + " in " + String.join(", ", target.regions()),
          "Look at its name, the region and the account that the credentials belong to");
    }
    return found;
  }

  private FunctionState read(String name, String region) {
    Service lambda = cloud.service(ServiceName.LAMBDA, region);
    JsonNode function = lambda.call("GetFunction", Map.of("FunctionName", name));
    if (Settling.isUnderWay(function.path("Configuration"))) {
      settling.settle(lambda, name);
      function = lambda.call("GetFunction", Map.of("FunctionName", name));
    }
    boolean isSigned = signing.isSigned(function.path("Configuration"), region);
    FunctionState state = FunctionDescriber.describe(function, region, isSigned);
    return withLogGroup ? withLogGroup(state) : state;
  }

  private FunctionState withLogGroup(FunctionState state) {
    Service logs = cloud.service(ServiceName.LOGS, state.region());
    LogGroup group = new LogGroupReader(logs).read(state.logGroup());
    boolean isOwn = state.logGroup().equals("/aws/lambda/" + state.name());
    return state.with(state.description().withLogGroup(isOwn ? group : group.custom()));
  }
}
