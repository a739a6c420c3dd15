package io.sleddog.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsFailureTest {
  /** One code, and the one kind that it is of. */
  @ParameterizedTest
  @CsvSource({
    "ResourceNotFoundException,not-found",
    "NoSuchBucket,not-found",
    "ParameterNotFound,not-found",
    "AWS.SimpleQueueService.NonExistentQueue,not-found",
    "ResourceAlreadyExistsException,there",
    "AccessDeniedException,denied",
    "UnauthorizedOperation,denied",
    "ExpiredToken,signed-out",
    "UnrecognizedClientException,signed-out",
    "ThrottlingException,passing",
    "TooManyRequestsException,passing",
    "RequestLimitExceeded,passing",
    "SlowDown,passing",
    "ServiceException,passing",
    "ServiceUnavailableException,passing",
    "InternalFailure,passing",
    "OperationAbortedException,passing",
    "Unreached,passing",
    "LimitExceededException,none",
    "InvalidParameterValueException,none",
  })
  void kind_ofEachCode_isTheOneKind(String code, String kind) {
    AwsFailure failure = failure(code, "");

    assertThat(failure.isNotFound()).isEqualTo(kind.equals("not-found"));
    assertThat(failure.isAlreadyThere()).isEqualTo(kind.equals("there"));
    assertThat(failure.isDenied()).isEqualTo(kind.equals("denied"));
    assertThat(failure.isSignedOut()).isEqualTo(kind.equals("signed-out"));
    assertThat(failure.isPassing()).isEqualTo(kind.equals("passing"));
  }

  @Test
  void conflict_byItsWords_isBusyOrAlreadyThere() {
    AwsFailure busy = failure("ResourceConflictException", "An update is in progress");
    AwsFailure there = failure("ResourceConflictException", "The statement id already exists");

    assertThat(busy.isBusy()).isTrue();
    assertThat(busy.isPassing()).isTrue();
    assertThat(there.isAlreadyThere()).isTrue();
    assertThat(there.isPassing()).isFalse();
  }

  @Test
  void outdated_isPassingAndNotBusy() {
    AwsFailure failure = failure("PreconditionFailedException", "");

    assertThat(failure.isOutdated()).isTrue();
    assertThat(failure.isPassing()).isTrue();
    assertThat(failure.isBusy()).isFalse();
  }

  @Test
  void missingStatement_deniedWithResource_namesActionAndResource() {
    String said =
        "User: x is not authorized to perform: lambda:GetFunction on resource: arn:aws:lambda:a"
            + " because no identity-based policy allows it";

    assertThat(failure("AccessDeniedException", said).missingStatement())
        .contains(
            "{\"Effect\": \"Allow\", \"Action\": \"lambda:GetFunction\","
                + " \"Resource\": \"arn:aws:lambda:a\"}");
  }

  @Test
  void missingStatement_deniedWithoutWords_namesTheCall() {
    assertThat(failure("AccessDenied", "no").missingStatement().orElse(""))
        .contains("\"Action\": \"lambda:UpdateAlias\"", "\"Resource\": \"*\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ThrottlingException", "ResourceNotFoundException"})
  void missingStatement_notDenied_isNone(String code) {
    assertThat(failure(code, "not authorized to perform: a:B").missingStatement()).isEmpty();
  }

  private static AwsFailure failure(String code, String message) {
    return new AwsFailure(ServiceName.LAMBDA, "UpdateAlias", code, message, null);
  }
}
