package io.sleddog.cdk.function;

import io.sleddog.cdk.forwarder.InvokePermissions;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.CfnSubscriptionFilter;

/** Carries out a plan's changes on one function; every id follows from the function's path. */
final class FunctionWriter {
  /** For people whom CloudFormation tells that the group exists already. */
  private static final String IF_THERE_ALREADY =
      "If this log group is there already, since the function ran before, say"
          + " logGroup(LogGroupWish::existingOnly), or deploy with --import-existing-resources";

  private final CfnFunction function;
  private final @Nullable ILayerVersion layer;
  private final FunctionLogs logs;
  private final @Nullable Destination destination;

  FunctionWriter(
      CfnFunction function,
      @Nullable ILayerVersion layer,
      FunctionLogs logs,
      @Nullable Destination destination) {
    this.function = function;
    this.layer = layer;
    this.logs = logs;
    this.destination = destination;
  }

  void write(Change change) {
    if (change instanceof Change.Variable it) {
      writeVariable(it.name(), it.after());
    } else if (change instanceof Change.Handler it) {
      function.setHandler(Tokens.string(it.after()));
    } else if (change instanceof Change.LayerList it) {
      writeLayers(it);
    } else if (change instanceof Change.Tag it && it.after() != null) {
      function.getTags().setTag(it.key(), Tokens.string(it.after()));
    } else if (change instanceof Change.Tracing it) {
      function.addPropertyOverride("TracingConfig.Mode", Tokens.value(it.after()));
      allowTracing();
    } else {
      writeLogs(change);
    }
  }

  private void writeVariable(String name, @Nullable Text after) {
    WrittenVariables.of(function).put(name, after);
    String path = "Environment.Variables." + name;
    if (after == null) {
      function.addPropertyDeletionOverride(path);
    } else {
      function.addPropertyOverride(path, Tokens.value(after));
    }
  }

  /** Lambda refuses to trace a function whose role may not write traces. */
  private void allowTracing() {
    List<String> actions = List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords");
    if (function.getNode().getScope() instanceof Function owner) {
      owner.addToRolePolicy(
          PolicyStatement.Builder.create().actions(actions).resources(List.of("*")).build());
    } else {
      Annotations.of(function)
          .addWarningV2(
              "sleddog:xray-role", "its role must be allowed " + String.join(", ", actions));
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
    CfnLogGroup created =
        CfnLogGroup.Builder.create(function, FunctionLogs.GROUP_ID)
            .logGroupName(Tokens.string(group.name()))
            .retentionInDays(group.retentionDays())
            .build();
    created.applyRemovalPolicy(RemovalPolicy.RETAIN);
    created.addMetadata("Sleddog", IF_THERE_ALREADY);
    created.getCfnOptions().setCondition(function.getCfnOptions().getCondition());
    logs.notice(created);
  }

  private void subscribe(Change.Filter change, SubscriptionFilter wanted) {
    CfnSubscriptionFilter filter =
        Objects.requireNonNull(destination)
            .subscribe(
                function,
                Tokens.string(wanted.name()),
                Tokens.string(wanted.pattern()),
                logs.reference().orElseGet(() -> Tokens.string(change.logGroup())));
    filter.getCfnOptions().setCondition(logs.condition());
    logs.notice(filter);
  }
}
