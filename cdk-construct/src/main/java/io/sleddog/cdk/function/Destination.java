package io.sleddog.cdk.function;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.logs.CfnSubscriptionFilter;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The forwarder that logs go to.
 *
 * @param arn its ARN, or a token for it
 * @param permission what lets CloudWatch Logs invoke it and must be there before a subscription;
 *     {@code null} if that is another stack's matter
 */
public record Destination(String arn, @Nullable IConstruct permission) {
  /** The subscription's id below what writes the log, which nothing else decides. */
  static final String ID = "SleddogSubscription";

  /**
   * Declares the subscription of a log group that is known by its name, unless it is declared.
   *
   * @param scope what writes the log
   * @param filterName the filter's name, or a token for it
   * @param pattern which events are sent; empty for all
   * @param logGroupName the group's name, or a token for it
   * @return what is declared
   */
  public IConstruct subscribe(
      Construct scope, String filterName, String pattern, String logGroupName) {
    IConstruct present = scope.getNode().tryFindChild(ID);
    if (present != null) {
      return present;
    }
    CfnSubscriptionFilter filter =
        CfnSubscriptionFilter.Builder.create(scope, ID)
            .destinationArn(arn)
            .filterName(filterName)
            .filterPattern(pattern)
            .logGroupName(logGroupName)
            .build();
    if (permission != null) {
      filter.getNode().addDependency(permission);
    }
    return filter;
  }
}
