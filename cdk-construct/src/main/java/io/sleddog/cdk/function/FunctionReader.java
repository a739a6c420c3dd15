package io.sleddog.cdk.function;

import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Logging;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.constructs.IConstruct;

/** Reads a function as it stands when the app is synthesised, with everything added so far. */
final class FunctionReader {
  private final CfnFunction function;
  private final Stack stack;
  private final FunctionLogs logs;
  private final @Nullable Destination destination;

  FunctionReader(CfnFunction function, FunctionLogs logs, @Nullable Destination destination) {
    this.function = function;
    this.stack = Stack.of(function);
    this.logs = logs;
    this.destination = destination;
  }

  FunctionDescription read() {
    Text name = Tokens.text(physicalName());
    return FunctionDescription.of(path(function), name, place(), code())
        .withLayers(layers())
        .withEnvironment(environment())
        .withTags(Entries.of(Tokens.entries(function.getTags().tagValues()).texts()))
        .withTracing(textOr(member(function.getTracingConfig(), "mode"), "PassThrough"))
        .withLogging(logging())
        .withLogGroup(logs.describe(name, destination));
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

  private Entries environment() {
    Object own = member(function.getEnvironment(), "variables");
    return WrittenVariables.of(function).over(Tokens.entries(own));
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
            : Code.zip(Tokens.text(stack, function.getRuntime()), handler());
    return function.getCodeSigningConfigArn() == null ? code : code.signed();
  }

  private @Nullable Text handler() {
    return function.getHandler() == null ? null : Tokens.text(stack, function.getHandler());
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

  private @Nullable Object member(@Nullable Object property, String name) {
    return Tokens.member(stack, property, name);
  }

  private static Text textOr(@Nullable Object value, String standard) {
    return value == null ? Text.of(standard) : Tokens.text(value);
  }
}
