package io.sleddog.plan.settings;

import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants of every function.
 *
 * <p>Start with {@link #none} and set what the user said with the {@code with…} methods. Settings
 * may hold anything; the planner says what is wrong with them.
 *
 * @param forwarder the forwarder's ARN, or an expression for it; without one, no log group is
 *     subscribed and no AWS tag is set
 * @param layer the ARN of the layer's version; without one, no layer is attached
 * @param variables environment variables by name, those of {@link Variable} and any others
 * @param tags tags by key: they become {@code DD_TAGS} and, with a forwarder, AWS tags
 * @param logGroup what happens to the log group
 * @param manner how all that is done
 */
public record Settings(
    @Nullable Text forwarder,
    @Nullable Text layer,
    Entries variables,
    Entries tags,
    LogGroupWish logGroup,
    Manner manner) {
  /** The AWS tag that names who instrumented the function. */
  public static final String TOOL_TAG = "sleddog";

  /** The environment variable that holds what an instrumented function had before. */
  public static final String RECORD = "SLEDDOG_RECORD";

  /** No wish but the defaults: redirect, keep what the function has. */
  public static Settings none() {
    return new Settings(
        null, null, Entries.none(), Entries.none(), LogGroupWish.standard(), Manner.standard());
  }

  /** The same settings with a forwarder. */
  public Settings withForwarder(@Nullable Text changed) {
    return new Settings(changed, layer, variables, tags, logGroup, manner);
  }

  /** The same settings with a layer. */
  public Settings withLayer(@Nullable Text changed) {
    return new Settings(forwarder, changed, variables, tags, logGroup, manner);
  }

  /** The same settings with a variable. */
  public Settings with(Variable variable, Text text) {
    return withVariable(variable.key(), text);
  }

  /** The same settings with a variable that is known. */
  public Settings with(Variable variable, String text) {
    return with(variable, Text.of(text));
  }

  /** The same settings with a switch set. */
  public Settings with(Variable variable, boolean on) {
    return with(variable, String.valueOf(on));
  }

  /** The same settings with any environment variable. */
  public Settings withVariable(String name, Text text) {
    return new Settings(forwarder, layer, variables.with(name, text), tags, logGroup, manner);
  }

  /** The same settings with a tag. */
  public Settings withTag(String key, Text text) {
    return new Settings(forwarder, layer, variables, tags.with(key, text), logGroup, manner);
  }

  /** The same settings with another wish for the log group. */
  public Settings withLogGroup(LogGroupWish changed) {
    return new Settings(forwarder, layer, variables, tags, changed, manner);
  }

  /** The same settings with another way of activation. */
  public Settings withActivation(Activation changed) {
    return with(manner.with(changed));
  }

  /** The same settings, with another winner. */
  public Settings withPrecedence(Precedence changed) {
    return with(manner.with(changed));
  }

  /** The same settings, with X-Ray switched on or not. */
  public Settings withXrayActive(boolean changed) {
    return with(manner.withXrayActive(changed));
  }

  /** The same settings with the name of who instruments. */
  public Settings withTool(String changed) {
    return with(manner.withTool(changed));
  }

  /** The same settings, with a record kept in the function. */
  public Settings recorded() {
    return with(manner.recorded());
  }

  /** The same settings, whose tags take the place of those that a function has. */
  public Settings replacingTags() {
    return with(manner.replacingTags());
  }

  private Settings with(Manner changed) {
    return new Settings(forwarder, layer, variables, tags, logGroup, changed);
  }
}
