package io.sleddog.plan.model;

import org.jspecify.annotations.Nullable;

/**
 * What a function runs.
 *
 * @param packageType archive or image
 * @param runtime the runtime's identifier, such as {@code java21}; none for an image
 * @param handler the handler; none for an image
 * @param architecture {@code x86_64} or {@code arm64}; none if not said, which means the first
 * @param isSigned whether a code-signing configuration watches over code and layers
 */
public record Code(
    PackageType packageType,
    @Nullable Text runtime,
    @Nullable Text handler,
    @Nullable Text architecture,
    boolean isSigned) {
  /** Code in an archive. */
  public static Code zip(Text runtime, @Nullable Text handler) {
    return new Code(PackageType.ZIP, runtime, handler, null, false);
  }

  /** Code in a container image. */
  public static Code image() {
    return new Code(PackageType.IMAGE, null, null, null, false);
  }

  /** The same code behind another handler. */
  public Code withHandler(@Nullable Text changed) {
    return new Code(packageType, runtime, changed, architecture, isSigned);
  }

  /** The same code on another runtime. */
  public Code withRuntime(Text changed) {
    return new Code(packageType, changed, handler, architecture, isSigned);
  }

  /** The same code for an architecture. */
  public Code withArchitecture(Text changed) {
    return new Code(packageType, runtime, handler, changed, isSigned);
  }

  /** The same code, watched over by a code-signing configuration. */
  public Code signed() {
    return new Code(packageType, runtime, handler, architecture, true);
  }
}
