package io.sleddog.cli.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.subject.Settling;
import io.sleddog.plan.calls.ApiCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes the calls of a job, one after the other; used by one thread for one job. */
final class CallMaker {
  private static final Set<String> OF_LOGS =
      Set.of(
          "CreateLogGroup",
          "PutRetentionPolicy",
          "PutSubscriptionFilter",
          "DeleteSubscriptionFilter");

  private final Cloud cloud;
  private final Settling settling;
  private String version = "";

  CallMaker(Cloud cloud, Settling settling) {
    this.cloud = cloud;
    this.settling = settling;
  }

  /** Makes one call, and waits until AWS has carried it out. */
  void make(ApiCall call, String region) {
    boolean isOfLogs = OF_LOGS.contains(call.call());
    Service service = cloud.service(isOfLogs ? ServiceName.LOGS : ServiceName.LAMBDA, region);
    try {
      JsonNode answer = call(service, call);
      if (call.call().equals("PublishVersion")) {
        version = answer.path("Version").asText();
      }
    } catch (AwsFailure e) {
      if (!isHarmless(e, call.call())) {
        throw e;
      }
    }
    if (call.call().equals("UpdateFunctionConfiguration")) {
      settling.settle(service, String.valueOf(call.input().get("FunctionName")));
    }
  }

  private JsonNode call(Service service, ApiCall call) {
    Map<String, Object> input = new LinkedHashMap<>(call.input());
    input.replaceAll((name, value) -> Job.PUBLISHED_VERSION.equals(value) ? version : value);
    try {
      return service.call(call.call(), input);
    } catch (AwsFailure e) {
      if (!e.isBusy() || !input.containsKey("FunctionName")) {
        throw e;
      }
      settling.settle(service, String.valueOf(input.get("FunctionName")));
      return service.call(call.call(), input);
    }
  }

  /** Another job, or Lambda itself, was faster; what was wanted is there. */
  private static boolean isHarmless(AwsFailure failure, String operation) {
    return failure.isAlreadyThere()
        && (operation.equals("CreateLogGroup") || operation.equals("AddPermission"));
  }
}
