package io.sleddog.plan.change;

import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan: something that is one way before and another way after.
 *
 * <p>Before and after are both kept, so that every step can be shown and turned round.
 */
public sealed interface Change {
  /** Why the step is taken, as half a sentence. */
  String reason();

  /** The function gets another handler. */
  record Handler(Text before, Text after, String reason) implements Change {}

  /** The function's list of layers changes; the order counts. */
  record LayerList(List<Text> before, List<Text> after, String reason) implements Change {
    /** Copies the lists in. */
    public LayerList {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** An environment variable is added, changed or removed; null means it is not there. */
  record Variable(String name, @Nullable Text before, @Nullable Text after, String reason)
      implements Change {}

  /** An AWS tag of the function is added, changed or removed; null means it is not there. */
  record Tag(String key, @Nullable Text before, @Nullable Text after, String reason)
      implements Change {}

  /** X-Ray's mode changes. */
  record Tracing(Text before, Text after, String reason) implements Change {}

  /**
   * A log group is created.
   *
   * <p>Nothing undoes this step: a log group holds the user's logs.
   *
   * @param logGroup the group as it will be
   */
  record NewLogGroup(LogGroup logGroup, String reason) implements Change {}

  /**
   * CloudWatch Logs gets the right to invoke the forwarder for all log groups of the region.
   *
   * <p>Nothing undoes this step: other subscriptions may live by it.
   *
   * @param forwarder the forwarder's ARN
   * @param statementId the name of the statement in the forwarder's policy
   * @param sourceArn the ARN pattern of the log groups
   * @param sourceAccount the account that owns them
   */
  record InvokeGrant(
      Text forwarder, String statementId, Text sourceArn, Text sourceAccount, String reason)
      implements Change {}

  /** A subscription filter is put or deleted; null means it is not there. */
  record Filter(
      Text logGroup,
      @Nullable SubscriptionFilter before,
      @Nullable SubscriptionFilter after,
      String reason)
      implements Change {}
}
