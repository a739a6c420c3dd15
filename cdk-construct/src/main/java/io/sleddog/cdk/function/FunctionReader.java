package io.sleddog.cdk.function;

import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Logging;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.CfnSubscriptionFilter;
import software.constructs.IConstruct;

/** Reads a function as it stands when the app is synthesised, with everything added so far. */
final class FunctionReader {
  private final CfnFunction function;
  private final Stack stack;

  FunctionReader(CfnFunction function) {
    this.function = function;
    this.stack = Stack.of(function);
  }

  FunctionDescription read() {
    Text name = Tokens.text(physicalName());
    return FunctionDescription.of(path(function), name, place(), code())
        .withLayers(layers())
        .withEnvironment(Tokens.entries(member(function.getEnvironment(), "variables")))
        .withTags(Entries.of(Tokens.entries(function.getTags().tagValues()).texts()))
        .withTracing(textOr(member(function.getTracingConfig(), "mode"), "PassThrough"))
        .withLogging(logging())
        .withLogGroup(logGroup(name));
  }

  /** A construct's path as messages show it: that of the function, not of its resource. */
  static String path(IConstruct construct) {
    return construct.getNode().getPath().replaceFirst("/Resource$", "");
  }

  /** CDK has a token for a name that CloudFormation generates; it comes to nothing. */
  private Object physicalName() {
    String given = function.getFunctionName();
    return given == null || stack.resolve(given) == null ? function.getRef() : given;
  }

  private Place place() {
    return new Place(
        Tokens.text(stack.getPartition()),
        Tokens.text(stack.getRegion()),
        Tokens.text(stack.getAccount()));
  }

  private Code code() {
    Code code =
        "Image".equals(function.getPackageType())
            ? Code.image()
            : Code.zip(Tokens.text(function.getRuntime()), handler());
    return function.getCodeSigningConfigArn() == null ? code : code.signed();
  }

  private @Nullable Text handler() {
    return function.getHandler() == null ? null : Tokens.text(function.getHandler());
  }

  private Layers layers() {
    Object layers = stack.resolve(function.getLayers());
    if (layers == null) {
      return Layers.none();
    }
    return layers instanceof List<?> list
        ? Layers.of(list.stream().map(Tokens::text).toList())
        : Layers.closed();
  }

  private Logging logging() {
    Object config = function.getLoggingConfig();
    return new Logging(
        textOr(member(config, "logFormat"), "Text"),
        textOr(member(config, "systemLogLevel"), "INFO"));
  }

  private LogGroup logGroup(Text functionName) {
    Object chosen = member(function.getLoggingConfig(), "logGroup");
    if (chosen != null) {
      return LogGroup.of(Tokens.text(chosen), Presence.PRESENT).custom().withFilters(filters());
    }
    boolean hasRetention =
        function.getNode().getScope() instanceof Function owner
            && owner.getNode().tryFindChild("LogRetention") != null;
    return LogGroup.ofFunction(functionName, hasRetention ? Presence.PRESENT : Presence.UNKNOWN);
  }

  /** The filters declared under the log group that the function was given. */
  private List<SubscriptionFilter> filters() {
    if (!(function.getNode().getScope() instanceof Function owner)) {
      return List.of();
    }
    return owner.getLogGroup().getNode().findAll().stream()
        .filter(CfnSubscriptionFilter.class::isInstance)
        .map(CfnSubscriptionFilter.class::cast)
        .map(this::filter)
        .toList();
  }

  private SubscriptionFilter filter(CfnSubscriptionFilter declared) {
    Object name =
        declared.getFilterName() == null ? FunctionReader.path(declared) : declared.getFilterName();
    return new SubscriptionFilter(
        Tokens.text(name),
        Tokens.text(declared.getFilterPattern()),
        Tokens.text(stack.resolve(declared.getDestinationArn())));
  }

  /** One member of a property, as CloudFormation will see it; nothing if it is not there. */
  private @Nullable Object member(@Nullable Object property, String name) {
    Object resolved = property == null ? null : stack.resolve(property);
    if (!(resolved instanceof Map<?, ?> map)) {
      return null;
    }
    return Tokens.isIntrinsic(map) ? map : map.get(name);
  }

  private static Text textOr(@Nullable Object value, String standard) {
    return value == null ? Text.of(standard) : Tokens.text(value);
  }
}
