package io.sleddog.cdk.forwarder;

import io.sleddog.cdk.setting.ForwarderSetting;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PermissionsBoundary;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.SubscriptionFilter;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** All parts of one forwarder under one scope. */
public final class ForwarderParts {
  private final Construct scope;
  private final Function function;
  private final IFunction target;
  private final FailedEventStore store;
  private final InvokePermissions permissions;
  private final Triggers triggers;

  /**
   * Makes the parts.
   *
   * @throws IllegalArgumentException if properties are missing or wrong, naming all of them and the
   *     scope's path
   */
  public ForwarderParts(Construct scope, ForwarderProps props) {
    this.scope = scope;
    Map<ForwarderSetting, String> settings = settings(props);
    check(props, settings);
    if (props.permissionsBoundary() != null) {
      PermissionsBoundary.of(scope).apply(props.permissionsBoundary());
    }
    Optional<KeyAccess> key = Optional.ofNullable(props.apiKey()).map(it -> it.accessFrom(scope));
    this.store =
        FailedEventStore.create(
            scope, props.failedEvents(), ForwarderFunction.timeout(props.function()));
    this.function = ForwarderFunction.create(scope, props, variables(props, settings, key));
    key.ifPresent(it -> it.grant().accept(function));
    store.grantTo(function);
    for (IFunction other : props.additionalTargets()) {
      Grants.allow(function, "InvokeTargets", other.getFunctionArn(), "lambda:InvokeFunction");
    }
    TagGrants.allow(function, settings);
    this.target = ForwarderFunction.target(scope, function, props.function());
    this.permissions = new InvokePermissions(scope, target.getFunctionArn());
    this.triggers = new Triggers(scope, target, permissions);
    permissions.logs();
    schedule(props);
  }

  private void schedule(ForwarderProps props) {
    int hours = props.failedEvents().retryEveryHours();
    if (props.failedEvents().store() != FailedEvents.Store.NONE && hours > 0) {
      RetrySchedule.create(scope, target, hours, props.rolePath());
    }
  }

  /** The function itself. */
  public Function function() {
    return function;
  }

  /** What subscriptions invoke: the function, or an alias of it. */
  public IFunction target() {
    return target;
  }

  /** The bucket of undelivered data, if a bucket holds it. */
  public @Nullable IBucket failedEventBucket() {
    return store.bucket();
  }

  /** The queue of undelivered data, if a queue holds it. */
  public @Nullable IQueue failedEventQueue() {
    return store.queue();
  }

  /** Who may invoke it. */
  public InvokePermissions permissions() {
    return permissions;
  }

  /** What makes it run besides log groups. */
  public Triggers triggers() {
    return triggers;
  }

  /**
   * Sends the events of {@code group} that match {@code pattern} to the forwarder.
   *
   * @throws IllegalArgumentException if it is the forwarder's own log group
   */
  public SubscriptionFilter subscribe(ILogGroup group, String pattern) {
    if (isOwn(group)) {
      throw refused("the forwarder's own log group: each event it sends would cause another");
    }
    return LogSubscription.add(group, target.getFunctionArn(), pattern, permissions.logs());
  }

  /**
   * Sends each new object of {@code bucket} to the forwarder.
   *
   * @throws IllegalArgumentException if it is the bucket of this forwarder's failed events
   */
  public void subscribeTo(IBucket bucket, NotificationKeyFilter... filters) {
    if (bucket == store.bucket()) {
      throw refused("the bucket of the forwarder's own failed events");
    }
    triggers.add(bucket, filters);
  }

  /**
   * Lets the forwarder read {@code queue}.
   *
   * @throws IllegalArgumentException if it is the queue of this forwarder's failed events
   */
  public void subscribeTo(IQueue queue) {
    if (queue == store.queue()) {
      throw refused("the queue of the forwarder's own failed events");
    }
    triggers.add(queue);
  }

  private boolean isOwn(ILogGroup group) {
    Stack stack = Stack.of(scope);
    return stack
        .resolve(group.getLogGroupName())
        .equals(stack.resolve(function.getLogGroup().getLogGroupName()));
  }

  private IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException(
        scope.getNode().getPath() + " must not subscribe to " + reason);
  }

  private void check(ForwarderProps props, Map<ForwarderSetting, String> settings) {
    List<String> problems = ForwarderChecks.problems(props, settings);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          scope.getNode().getPath() + ": " + String.join("; ", problems));
    }
    ForwarderChecks.siteWarning(props.site())
        .ifPresent(word -> Annotations.of(scope).addWarningV2("sleddog:site", word));
  }

  private static Map<ForwarderSetting, String> settings(ForwarderProps props) {
    Map<ForwarderSetting, String> settings = new EnumMap<>(ForwarderSetting.class);
    settings.put(ForwarderSetting.SITE, props.site());
    settings.putAll(props.logs().settings());
    settings.putAll(props.tags().settings());
    settings.putAll(props.delivery().settings());
    return settings;
  }

  private Map<String, String> variables(
      ForwarderProps props, Map<ForwarderSetting, String> settings, Optional<KeyAccess> key) {
    Map<String, String> variables = new HashMap<>();
    settings.forEach((setting, text) -> variables.put(setting.variable(), text));
    key.ifPresent(it -> variables.put(it.variable(), it.value()));
    variables.putAll(store.variables());
    if (!props.additionalTargets().isEmpty()) {
      variables.put(
          "DD_ADDITIONAL_TARGET_LAMBDAS",
          props.additionalTargets().stream()
              .map(IFunction::getFunctionArn)
              .collect(Collectors.joining(",")));
    }
    return variables;
  }
}
