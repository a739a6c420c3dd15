package io.sleddog.cdk.forwarder;

import io.sleddog.plan.settings.LogGroupWish;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.interfaces.logs.ILogGroupRef;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.ILogSubscriptionDestination;
import software.amazon.awscdk.services.logs.LogSubscriptionDestinationConfig;
import software.amazon.awscdk.services.logs.SubscriptionFilter;
import software.amazon.awscdk.services.logs.SubscriptionFilterOptions;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The filter that sends a log group's events to a forwarder. Its ids follow from the log group
 * alone, and its name is fixed: another forwarder changes the filter in place, where a second one
 * might find both of the group's slots taken.
 */
public final class LogSubscription {
  private static final String ID = "SleddogSubscription";

  private LogSubscription() {}

  /**
   * Subscribes {@code group} once; asked again, it answers with the filter that is there.
   *
   * @param permission what lets CloudWatch Logs invoke the forwarder and must be there first
   */
  public static SubscriptionFilter add(
      ILogGroup group, String forwarderArn, String pattern, @Nullable IConstruct permission) {
    IConstruct existing = group.getNode().tryFindChild(ID);
    if (existing instanceof SubscriptionFilter filter) {
      return filter;
    }
    SubscriptionFilter filter =
        group.addSubscriptionFilter(
            ID,
            SubscriptionFilterOptions.builder()
                .destination(new Destination(forwarderArn))
                .filterName(LogGroupWish.FILTER_NAME)
                .filterPattern(FilterPattern.literal(pattern))
                .build());
    if (permission != null) {
      filter.getNode().addDependency(permission);
    }
    return filter;
  }

  /** Names the forwarder without a permission of its own for each group. */
  private record Destination(String arn) implements ILogSubscriptionDestination {
    @Override
    public LogSubscriptionDestinationConfig bind(Construct scope, ILogGroupRef group) {
      return LogSubscriptionDestinationConfig.builder().arn(arn).build();
    }
  }
}
