package io.sleddog.cdk.function;

import io.sleddog.cdk.forwarder.InvokePermissions;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.SubscriptionFilter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.logs.CfnLogGroup;

/** Carries out a plan's changes on one function; every id follows from the function's path. */
final class FunctionWriter {
  private static final String LOG_GROUP = "SleddogLogGroup";

  private final CfnFunction function;
  private final @Nullable ILayerVersion layer;
  private final @Nullable Destination destination;

  FunctionWriter(
      CfnFunction function, @Nullable ILayerVersion layer, @Nullable Destination destination) {
    this.function = function;
    this.layer = layer;
    this.destination = destination;
  }

  void write(Change change) {
    if (change instanceof Change.Variable it && it.after() != null) {
      function.addPropertyOverride("Environment.Variables." + it.name(), Tokens.value(it.after()));
    } else if (change instanceof Change.Handler it) {
      function.setHandler(String.valueOf(Tokens.value(it.after())));
    } else if (change instanceof Change.LayerList it) {
      writeLayers(it);
    } else if (change instanceof Change.Tag it && it.after() != null) {
      function.getTags().setTag(it.key(), String.valueOf(Tokens.value(it.after())));
    } else if (change instanceof Change.Tracing it) {
      function.addPropertyOverride("TracingConfig.Mode", Tokens.value(it.after()));
    } else {
      writeLogs(change);
    }
  }

  private void writeLogs(Change change) {
    if (change instanceof Change.NewLogGroup it) {
      create(it.logGroup());
    } else if (change instanceof Change.Filter it && it.after() != null) {
      subscribe(it, it.after());
    } else if (change instanceof Change.InvokeGrant && destination != null) {
      new InvokePermissions(Stack.of(function), destination.arn()).logs();
    }
  }

  /** CDK adds to its own list, which keeps layers of other stacks right. */
  private void writeLayers(Change.LayerList change) {
    boolean isAdded = change.after().size() > change.before().size();
    if (isAdded && layer != null && function.getNode().getScope() instanceof Function owner) {
      owner.addLayers(layer);
    } else {
      List<Object> after = change.after().stream().map(Tokens::value).toList();
      function.addPropertyOverride("Layers", after);
    }
  }

  private void create(LogGroup group) {
    CfnLogGroup.Builder.create(function, LOG_GROUP)
        .logGroupName(String.valueOf(Tokens.value(group.name())))
        .retentionInDays(group.retentionDays())
        .build()
        .applyRemovalPolicy(RemovalPolicy.RETAIN);
  }

  private void subscribe(Change.Filter change, SubscriptionFilter wanted) {
    Objects.requireNonNull(destination)
        .subscribe(
            function,
            String.valueOf(Tokens.value(wanted.name())),
            String.valueOf(Tokens.value(wanted.pattern())),
            logGroupName(change));
  }

  /** By reference where this stack or the user's own construct can say it. */
  private String logGroupName(Change.Filter change) {
    if (function.getNode().tryFindChild(LOG_GROUP) instanceof CfnLogGroup created) {
      return created.getRef();
    }
    boolean isChosen = function.getLoggingConfig() != null;
    if (isChosen && function.getNode().getScope() instanceof Function owner) {
      return owner.getLogGroup().getLogGroupName();
    }
    return Tokens.string(change.logGroup());
  }
}
