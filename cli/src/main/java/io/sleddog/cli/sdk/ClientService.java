package io.sleddog.cli.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import java.net.UnknownHostException;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * A client of the SDK, with its operations by name.
 *
 * @param name the service's name
 * @param client the SDK's client
 * @param operations the operations that the program uses
 * @param <C> the type of the client
 */
record ClientService<C>(ServiceName name, C client, Operations<C> operations) implements Service {
  @Override
  public JsonNode call(String operation, Map<String, ?> input) {
    try {
      return operations.call(client, operation, input);
    } catch (AwsServiceException e) {
      throw new AwsFailure(name, operation, code(e), message(e), e);
    } catch (SdkClientException e) {
      throw new AwsFailure(name, operation, AwsFailure.UNREACHED, unreached(e), e);
    }
  }

  /** Why AWS was not reached; of a host that is not known, the SDK does not tell the name. */
  private static String unreached(SdkClientException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "the host is not known: " + cause.getMessage();
      }
    }
    return String.valueOf(e.getMessage());
  }

  private static String code(AwsServiceException e) {
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    return code == null || code.isEmpty() ? "HTTP " + e.statusCode() : code;
  }

  private static String message(AwsServiceException e) {
    String message = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
    return message == null || message.isEmpty() ? String.valueOf(e.getMessage()) : message;
  }
}
