package io.sleddog.plan.settings;

import org.jspecify.annotations.Nullable;

/**
 * How a function is instrumented, whatever is set on it.
 *
 * @param activation how the wrapper comes to run
 * @param precedence who wins where the function has a value of its own
 * @param isXrayActive whether X-Ray traces the function as well
 * @param tool who instruments, such as {@code macro-0.1.0}, for the tag {@link Settings#TOOL_TAG};
 *     none sets no such tag
 * @param isRecorded whether the function keeps a record of what it had before, so that it can be
 *     restored without a template: see {@link Settings#RECORD}
 * @param isReplacingTags whether the settings' tags take the place of those that the function has
 *     in {@code DD_TAGS}, instead of joining them
 */
public record Manner(
    Activation activation,
    Precedence precedence,
    boolean isXrayActive,
    @Nullable String tool,
    boolean isRecorded,
    boolean isReplacingTags) {
  /** Redirect, keep what the function has, nothing else. */
  static Manner standard() {
    return new Manner(Activation.REDIRECT, Precedence.KEEP, false, null, false, false);
  }

  Manner with(Activation changed) {
    return new Manner(changed, precedence, isXrayActive, tool, isRecorded, isReplacingTags);
  }

  Manner with(Precedence changed) {
    return new Manner(activation, changed, isXrayActive, tool, isRecorded, isReplacingTags);
  }

  Manner withXrayActive(boolean changed) {
    return new Manner(activation, precedence, changed, tool, isRecorded, isReplacingTags);
  }

  Manner withTool(String changed) {
    return new Manner(activation, precedence, isXrayActive, changed, isRecorded, isReplacingTags);
  }

  Manner recorded() {
    return new Manner(activation, precedence, isXrayActive, tool, true, isReplacingTags);
  }

  Manner replacingTags() {
    return new Manner(activation, precedence, isXrayActive, tool, isRecorded, true);
  }
}
