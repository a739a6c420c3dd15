package io.sleddog.cli.sdk;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * How often a call is made again: often if AWS says that there are too many, since that passes; a
 * few times after any other fault, so that a person without a network soon hears of it.
 */
final class Patience implements RetryStrategy {
  /** Enough to outlast the throttling of some hundred calls that are made at once. */
  private static final int THROTTLED_ATTEMPTS = 12;

  private static final int OTHER_ATTEMPTS = 3;

  private final StandardRetryStrategy throttled = strategy(THROTTLED_ATTEMPTS);
  private final StandardRetryStrategy other = strategy(OTHER_ATTEMPTS);

  private static StandardRetryStrategy strategy(int attempts) {
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(attempts)
        .circuitBreakerEnabled(false)
        .build();
  }

  @Override
  public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
    return throttled.acquireInitialToken(request);
  }

  /** Both take the same tokens, which count the attempts so far. */
  @Override
  public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
    boolean isThrottled =
        request.failure() instanceof SdkServiceException e && e.isThrottlingException();
    return (isThrottled ? throttled : other).refreshRetryToken(request);
  }

  @Override
  public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
    return throttled.recordSuccess(request);
  }

  @Override
  public int maxAttempts() {
    return THROTTLED_ATTEMPTS;
  }

  /** The clients would add rules of their own, which both strategies have already. */
  @Override
  public boolean useClientDefaults() {
    return false;
  }

  @Override
  public RetryStrategy.Builder<?, ?> toBuilder() {
    return throttled.toBuilder();
  }
}
