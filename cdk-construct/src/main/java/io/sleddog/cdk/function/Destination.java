package io.sleddog.cdk.function;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.logs.CfnSubscriptionFilter;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The forwarder that logs go to.
 *
 * @param arn its ARN, or a token for it
 * @param permission what lets CloudWatch Logs invoke it and must be there before a subscription;
 *     {@code null} if that is another stack's matter
 * @param home the stack that deploys it; {@code null} if that is none of this app
 */
public record Destination(String arn, @Nullable IConstruct permission, @Nullable Stack home) {
  /** The subscription's id below what writes the log, which nothing else decides. */
  static final String ID = "SleddogSubscription";

  /**
   * Why log groups of a stack cannot be subscribed, where the ARN does not tell: nothing if they
   * can.
   *
   * @param stack the stack of the log groups
   */
  Optional<String> refusal(Stack stack) {
    if (home == null
        || !(differ(home.getRegion(), stack.getRegion())
            || differ(home.getAccount(), stack.getAccount()))) {
      return Optional.empty();
    }
    return Optional.of(
        "the forwarder is in "
            + place(home)
            + ", the function in "
            + place(stack)
            + ". Deploy a forwarder in the function's account and region too [forwarder-region]");
  }

  private static boolean differ(String one, String other) {
    return !Token.isUnresolved(one) && !Token.isUnresolved(other) && !one.equals(other);
  }

  private static String place(Stack stack) {
    return stack.getRegion() + " of account " + stack.getAccount();
  }

  /**
   * Declares the subscription of a log group that is known by its name, unless it is declared.
   *
   * @param scope what writes the log
   * @param filterName the filter's name, or a token for it
   * @param pattern which events are sent; empty for all
   * @param logGroupName the group's name, or a token for it
   * @return what is declared
   */
  public CfnSubscriptionFilter subscribe(
      Construct scope, String filterName, String pattern, String logGroupName) {
    IConstruct present = scope.getNode().tryFindChild(ID);
    if (present instanceof CfnSubscriptionFilter there) {
      return there;
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
