package io.sleddog.cli.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** One AWS service in one region. Safe for use by several threads. */
@FunctionalInterface
public interface Service {
  /**
   * Makes one call; one that is throttled or meets a passing fault is repeated for a while.
   *
   * @param operation the operation's name in the API, such as {@code GetFunction}
   * @param input the members of its request, named and shaped as in the API
   * @return the members of the response, named and shaped as in the API; an empty object if there
   *     are none
   * @throws AwsFailure if AWS refuses, or cannot be reached
   */
  JsonNode call(String operation, Map<String, ?> input);
}
