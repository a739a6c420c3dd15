package io.sleddog.cli.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.subject.Failures;
import io.sleddog.cli.subject.FunctionState;
import io.sleddog.cli.work.Job;
import io.sleddog.plan.calls.ApiCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to a plan the calls that bring it to those who call a function by an alias. */
final class Publishing {
  private static final List<String> COMPARED =
      List.of("Handler", "Layers", "Environment", "TracingConfig", "CodeSha256");

  private final Cloud cloud;
  private final PublishOptions options;

  Publishing(Cloud cloud, PublishOptions options) {
    this.cloud = cloud;
    this.options = options;
  }

  /** The same job with what is to be published, if anything. */
  Job extend(Job job, FunctionState function) {
    Optional<String> alias = options.alias();
    boolean isChanged =
        job.calls().stream().anyMatch(it -> it.call().equals("UpdateFunctionConfiguration"));
    boolean isDue = isChanged || alias.filter(it -> isBehind(function, it)).isPresent();
    if (!options.isPublishing() || !isDue || job.plan().isRefused()) {
      return job;
    }
    List<ApiCall> calls = new ArrayList<>(job.calls());
    calls.add(
        new ApiCall(
            "PublishVersion",
            Map.of("FunctionName", function.arn()),
            "keeps the configuration as a version"));
    alias.ifPresent(it -> calls.add(move(it, function)));
    return new Job(job.subject(), job.region(), job.title(), job.plan(), calls);
  }

  private static ApiCall move(String alias, FunctionState function) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("FunctionName", function.arn());
    input.put("Name", alias);
    input.put("FunctionVersion", Job.PUBLISHED_VERSION);
    return new ApiCall("UpdateAlias", input, "lets those who call the alias get that version");
  }

  /** Whether the alias leads to another configuration than the function has. */
  private boolean isBehind(FunctionState function, String alias) {
    try {
      JsonNode published =
          cloud
              .service(ServiceName.LAMBDA, function.region())
              .call(
                  "GetFunctionConfiguration",
                  Map.of("FunctionName", function.arn(), "Qualifier", alias));
      return COMPARED.stream()
          .anyMatch(it -> !published.path(it).equals(function.configuration().path(it)));
    } catch (AwsFailure e) {
      throw Failures.problem(function.arn() + ":" + alias, e);
    }
  }
}
