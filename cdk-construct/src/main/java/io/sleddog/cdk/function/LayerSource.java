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

/** Where the layer comes from. Each stack gets one construct for it, so no stack exports it. */
public final class LayerSource {
  private static final String ID = "SleddogLayer";

  private final BiFunction<Construct, String, @Nullable ILayerVersion> source;

  private LayerSource(BiFunction<Construct, String, @Nullable ILayerVersion> source) {
    this.source = source;
  }

  /** The layer that came with this library, published from the user's own account. */
  public static LayerSource bundled() {
    return new LayerSource((scope, id) -> published(scope, id, "sleddog-layer.zip", null));
  }

  /** The layer's zip at {@code path}, such as one that was signed. */
  public static LayerSource fromZip(String path) {
    return new LayerSource((scope, id) -> published(scope, id, "", path));
  }

  /** A published version. */
  public static LayerSource fromArn(String arn) {
    return new LayerSource((scope, id) -> LayerVersion.fromLayerVersionArn(scope, id, arn));
  }

  /** No layer: the function brings the library among its own jars. */
  public static LayerSource none() {
    return new LayerSource((scope, id) -> null);
  }

  @Nullable ILayerVersion in(IConstruct function) {
    Stack stack = Stack.of(function);
    IConstruct existing = stack.getNode().tryFindChild(ID);
    return existing instanceof ILayerVersion layer ? layer : source.apply(stack, ID);
  }

  private static ILayerVersion published(
      Construct scope, String id, String bundled, @Nullable String path) {
    return LayerVersion.Builder.create(scope, id)
        .code(Code.fromAsset(path == null ? BundledZip.path(bundled) : path))
        .description("Sleddog: traces and metrics of Java functions as log lines")
        .compatibleArchitectures(List.of(Architecture.ARM_64, Architecture.X86_64))
        .build();
  }
}
