package io.sleddog.cdk.function;

import io.sleddog.cdk.forwarder.BundledZip;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Where the layer comes from. Each stack gets one construct for each source, so no stack exports
 * it.
 */
public final class LayerSource {
  private static final String ID = "SleddogLayer";

  /** What a layer's construct says of itself, so that another of the same source finds it. */
  private static final String SOURCE = "sleddog:source";

  private final String name;
  private final BiFunction<Construct, String, @Nullable ILayerVersion> source;

  private LayerSource(String name, BiFunction<Construct, String, @Nullable ILayerVersion> source) {
    this.name = name;
    this.source = source;
  }

  /** The layer that came with this library, published from the user's own account. */
  public static LayerSource bundled() {
    return new LayerSource(
        "bundled", (scope, id) -> published(scope, id, BundledZip.path("sleddog-layer.zip")));
  }

  /** The layer's zip at {@code path}, such as one that was signed. */
  public static LayerSource fromZip(String path) {
    return new LayerSource("zip " + path, (scope, id) -> published(scope, id, path));
  }

  /** A published version. */
  public static LayerSource fromArn(String arn) {
    return new LayerSource(
        "arn " + arn, (scope, id) -> LayerVersion.fromLayerVersionArn(scope, id, arn));
  }

  /** No layer: the function brings the library among its own jars. */
  public static LayerSource none() {
    return new LayerSource("none", (scope, id) -> null);
  }

  /** The construct for it in a function's stack; the first of a stack has the plain id. */
  @Nullable ILayerVersion in(IConstruct function) {
    Stack stack = Stack.of(function);
    String id = ID;
    for (int next = 2; stack.getNode().tryFindChild(id) != null; next++) {
      IConstruct existing = stack.getNode().tryFindChild(id);
      if (existing instanceof ILayerVersion layer && isFrom(layer)) {
        return layer;
      }
      id = ID + next;
    }
    ILayerVersion made = source.apply(stack, id);
    if (made != null) {
      made.getNode().addMetadata(SOURCE, name);
    }
    return made;
  }

  private boolean isFrom(ILayerVersion layer) {
    return layer.getNode().getMetadata().stream()
        .anyMatch(it -> it.getType().equals(SOURCE) && name.equals(it.getData()));
  }

  private static ILayerVersion published(Construct scope, String id, String path) {
    return LayerVersion.Builder.create(scope, id)
        .code(Code.fromAsset(path))
        .description("Sleddog: traces and metrics of Java functions as log lines")
        .compatibleArchitectures(List.of(Architecture.ARM_64, Architecture.X86_64))
        .build();
  }
}
