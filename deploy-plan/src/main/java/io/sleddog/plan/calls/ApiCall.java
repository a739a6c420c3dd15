package io.sleddog.plan.calls;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call of the AWS API.
 *
 * @param call the operation's name in the API, such as {@code UpdateFunctionConfiguration}
 * @param input the members of its request, named and shaped as in the API: texts, numbers, lists
 *     and maps, as they stand in JSON
 * @param reason why the call is made
 */
public record ApiCall(String call, Map<String, Object> input, String reason) {
  /** Copies the map in. */
  public ApiCall {
    input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
  }

  /** The same call with the values of the user's own environment variables hidden. */
  public ApiCall masked() {
    return new ApiCall(call, Mask.input(input), reason);
  }
}
