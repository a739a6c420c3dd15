package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.http.HttpAnswer;
import io.sleddog.forwarder.http.HttpRequest;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.UrlText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Invokes other functions. */
public final class FunctionClient {
  private static final String SERVICE = "lambda";

  private final AwsClient aws;

  /** A client that signs as the function. */
  public FunctionClient(AwsClient aws) {
    this.aws = aws;
  }

  /**
   * Puts an event into a function's queue and does not wait for what comes of it.
   *
   * @param function its ARN or name
   * @throws IOException if Lambda did not take the event
   */
  public void invoke(String function, byte[] event, Deadline deadline) throws IOException {
    String region = Arn.tryParse(function).map(Arn::region).orElse(aws.settings().region());
    String url =
        aws.settings().endpoint(SERVICE, region)
            + "/2015-03-31/functions/"
            + UrlText.encode(function)
            + "/invocations";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("X-Amz-Invocation-Type", "Event");
    HttpRequest request = new HttpRequest("POST", url, headers, Slice.of(event));
    try (HttpAnswer answer = aws.send(request, new AwsScope(SERVICE, region), deadline)) {
      answer.body().readAllBytes();
    }
  }
}
