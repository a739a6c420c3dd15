package io.sleddog.cli.aws;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A call that AWS refused, or that did not reach it. */
public final class AwsFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stands for the error's code if AWS was not reached at all. */
  public static final String UNREACHED = "Unreached";

  private static final Pattern DENIED =
      Pattern.compile("not authorized to perform: (\\S+)(?: on resource: (\\S+))?");
  private static final Set<String> SESSION_OVER =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "AuthFailure");

  /** Parts of the codes of throttling and of faults on the side of AWS, in small letters. */
  private static final Set<String> PASSING =
      Set.of(
          UNREACHED.toLowerCase(Locale.ROOT),
          "throttl",
          "toomanyrequests",
          "requestlimitexceeded",
          "slowdown",
          "serviceexception",
          "serviceunavailable",
          "http 5",
          "operationaborted",
          "internal");

  private final String action;
  private final String code;

  /**
   * A failure.
   *
   * @param service the service that was called
   * @param operation the operation's name
   * @param code the error's code, such as {@code ResourceNotFoundException}
   * @param message what AWS says
   * @param cause the library's own exception
   */
  public AwsFailure(
      ServiceName service,
      String operation,
      String code,
      String message,
      @Nullable Throwable cause) {
    super(message, cause);
    this.action = service.prefix() + ":" + operation;
    this.code = code;
  }

  /** The call as an IAM action, such as {@code lambda:GetFunction}. */
  public String action() {
    return action;
  }

  /** The error's code. */
  public String code() {
    return code;
  }

  /** What AWS says. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Whether the thing asked for is not there. */
  public boolean isNotFound() {
    return code.startsWith("ResourceNotFound")
        || code.startsWith("NoSuch")
        || code.endsWith("NotFound")
        || code.endsWith("NonExistentQueue")
        || code.endsWith("QueueDoesNotExist");
  }

  /** Whether the thing to be made is there already. */
  public boolean isAlreadyThere() {
    return code.contains("AlreadyExists")
        || (code.equals("ResourceConflictException") && message().contains("already exists"));
  }

  /** Whether the caller lacks a right. */
  public boolean isDenied() {
    return code.contains("AccessDenied") || code.equals("UnauthorizedOperation");
  }

  /** Whether the credentials themselves are no good. */
  public boolean isSignedOut() {
    return SESSION_OVER.contains(code);
  }

  /** Whether another change of the function is still under way. */
  public boolean isBusy() {
    return code.equals("ResourceConflictException") && !isAlreadyThere();
  }

  /** Whether the thing was changed since it was read. */
  public boolean isOutdated() {
    return code.equals("PreconditionFailedException");
  }

  /** Whether the same call may succeed later. */
  public boolean isPassing() {
    String lower = code.toLowerCase(Locale.ROOT);
    return isBusy() || isOutdated() || PASSING.stream().anyMatch(lower::contains);
  }

  /** The statement of a policy that would have allowed the call, if it was denied. */
  public Optional<String> missingStatement() {
    if (!isDenied()) {
      return Optional.empty();
    }
    Matcher matcher = DENIED.matcher(message());
    boolean isSaid = matcher.find();
    String resource = isSaid && matcher.group(2) != null ? matcher.group(2) : "*";
    return Optional.of(
        "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"%s\"}"
            .formatted(isSaid ? matcher.group(1) : action, resource));
  }
}
