package io.sleddog.cdk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudfront.experimental.EdgeFunction;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.IFunction;

/** Which functions of a scope are left alone. */
final class Exclusions {
  /**
   * In the paths of functions that CDK makes: handlers of custom resources, calls of the AWS API,
   * and functions at the edge, which take neither variables nor layers.
   */
  private static final List<String> MADE_BY_CDK =
      List.of(
          "/framework-on",
          "/Custom::",
          "/AWS679f53fac002430cb0da5b7982bd2287",
          "edge-lambda-stack-");

  private final Set<String> paths = new HashSet<>();
  private final @Nullable CfnFunction forwarder;

  /** Leaves out a forwarder that is a function of this app. */
  Exclusions(@Nullable IFunction forwarder) {
    this.forwarder = forwarder == null ? null : Instrumentation.resource(forwarder);
  }

  void add(CfnFunction function) {
    paths.add(function.getNode().getPath());
  }

  /** The user left it out, or it is a forwarder, or CDK made it for itself or for the edge. */
  boolean has(CfnFunction function) {
    String path = function.getNode().getPath();
    return paths.contains(path)
        || isForwarder(function)
        || MADE_BY_CDK.stream().anyMatch(path::contains)
        || function.getNode().getScopes().stream().anyMatch(EdgeFunction.class::isInstance);
  }

  /** Whether it is the forwarder that is given, or any of our own. */
  boolean isForwarder(CfnFunction function) {
    boolean isGiven =
        forwarder != null && forwarder.getNode().getPath().equals(function.getNode().getPath());
    return isGiven || function.getNode().getScopes().stream().anyMatch(Forwarder.class::isInstance);
  }
}
