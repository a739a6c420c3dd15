package io.sleddog.cdk.function;

import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.CfnSubscriptionFilter;
import software.constructs.IConstruct;

/** Where one function logs to, and who reads from there, as far as the stack declares it. */
final class FunctionLogs {
  /** The id, below a function, of the log group that is declared for it. */
  static final String GROUP_ID = "SleddogLogGroup";

  private final CfnFunction function;
  private final Stack stack;
  private final DeclaredLogs declared;
  private final @Nullable Object chosen;

  /**
   * Looks at a function, and at what another instrumentation declared for it.
   *
   * @param function the function
   * @param declared what its stack declares
   */
  FunctionLogs(CfnFunction function, DeclaredLogs declared) {
    this.function = function;
    this.stack = Stack.of(function);
    this.declared = declared;
    this.chosen = Tokens.member(stack, function.getLoggingConfig(), "logGroup");
    declared.notice(function.getNode().tryFindChild(GROUP_ID));
    declared.notice(function.getNode().tryFindChild(Destination.ID));
  }

  /** The group as the plan wants it, for a function of that name. */
  LogGroup describe(Text functionName, @Nullable Destination destination) {
    List<SubscriptionFilter> filters =
        filters().stream().map(it -> filter(it, destination)).toList();
    boolean isThere = chosen != null || hasRetention() || declaration().isPresent();
    Presence presence = isThere ? Presence.PRESENT : Presence.UNKNOWN;
    LogGroup group =
        chosen == null
            ? LogGroup.ofFunction(functionName, presence)
            : LogGroup.of(Tokens.text(chosen), presence).custom();
    LogGroup found = group.withFilters(filters);
    return takesFilters() ? found : found.withoutSubscriptions();
  }

  /** Only groups of the standard class take filters. */
  private boolean takesFilters() {
    return declaration()
        .map(CfnLogGroup::getLogGroupClass)
        .filter(it -> !it.equals("STANDARD"))
        .isEmpty();
  }

  /**
   * The condition under which a filter may be there: that of its group, or else of the function.
   */
  @Nullable CfnCondition condition() {
    CfnCondition ofGroup = declaration().map(it -> it.getCfnOptions().getCondition()).orElse(null);
    return ofGroup == null ? function.getCfnOptions().getCondition() : ofGroup;
  }

  /** The group's name as a filter has to say it; nothing if nobody declares the group. */
  Optional<String> reference() {
    if (chosen == null && declaration().isPresent()) {
      return declaration().map(CfnLogGroup::getRef);
    }
    boolean isOfOwner = chosen != null || hasRetention();
    return isOfOwner && function.getNode().getScope() instanceof Function owner
        ? Optional.of(owner.getLogGroup().getLogGroupName())
        : Optional.empty();
  }

  void notice(IConstruct added) {
    declared.notice(added);
  }

  private Optional<CfnLogGroup> declaration() {
    return names().stream().flatMap(it -> declared.group(it).stream()).findFirst();
  }

  /** All ways to name the group: CDK refers to a function, also to one whose name is given. */
  private List<Object> names() {
    if (chosen != null) {
      return List.of(chosen);
    }
    List<Object> names = new ArrayList<>();
    names.add("/aws/lambda/" + function.getRef());
    if (function.getFunctionName() != null) {
      names.add("/aws/lambda/" + function.getFunctionName());
    }
    return names;
  }

  /** Those of the stack, and those declared under a group of another stack. */
  private List<CfnSubscriptionFilter> filters() {
    List<CfnSubscriptionFilter> filters = new ArrayList<>(declared.filters(names()));
    Set<String> paths = new TreeSet<>();
    filters.forEach(it -> paths.add(it.getNode().getPath()));
    if (chosen != null && function.getNode().getScope() instanceof Function owner) {
      for (IConstruct it : owner.getLogGroup().getNode().findAll()) {
        if (it instanceof CfnSubscriptionFilter filter && paths.add(it.getNode().getPath())) {
          filters.add(filter);
        }
      }
    }
    return filters;
  }

  private SubscriptionFilter filter(
      CfnSubscriptionFilter found, @Nullable Destination destination) {
    String name = found.getFilterName();
    Object leadsTo = stack.resolve(found.getDestinationArn());
    Text forwarder =
        destination != null && leadsTo.equals(stack.resolve(destination.arn()))
            ? Tokens.text(destination.arn())
            : Tokens.text(leadsTo);
    return new SubscriptionFilter(
        name == null ? Text.of(FunctionReader.path(found)) : Tokens.text(stack, name),
        Tokens.text(stack, found.getFilterPattern()),
        forwarder);
  }

  /** An older way to set the retention, by a helper that makes the group. */
  private boolean hasRetention() {
    return function.getNode().getScope() instanceof Function owner
        && owner.getNode().tryFindChild("LogRetention") != null;
  }
}
