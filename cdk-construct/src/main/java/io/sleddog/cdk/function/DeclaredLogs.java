package io.sleddog.cdk.function;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.CfnSubscriptionFilter;
import software.constructs.IConstruct;

/**
 * The log groups and subscription filters that a stack declares.
 *
 * <p>A group is known by its name and by the reference to it, both as CloudFormation will see them,
 * so that it does not matter how a filter or a function names it.
 */
final class DeclaredLogs {
  /**
   * A filter.
   *
   * @param declaration where it is declared
   * @param group the name or reference of its log group, as CloudFormation will see it
   */
  private record Found(CfnSubscriptionFilter declaration, Object group) {}

  private final Stack stack;
  private final Map<Object, CfnLogGroup> groups = new HashMap<>();
  private final Map<Object, Object> paths = new HashMap<>();
  private final Map<String, Found> filters = new LinkedHashMap<>();

  /** Looks for them once; what is declared later has to be noticed. */
  DeclaredLogs(Stack stack) {
    this.stack = stack;
    stack.getNode().findAll().forEach(this::notice);
  }

  /** Takes notice of a construct, if it is a log group or a filter of this stack. */
  void notice(@Nullable IConstruct construct) {
    if (construct instanceof CfnLogGroup group && isHere(group)) {
      put(stack.resolve(group.getRef()), group);
      if (group.getLogGroupName() != null) {
        put(stack.resolve(group.getLogGroupName()), group);
      }
    } else if (construct instanceof CfnSubscriptionFilter filter && isHere(filter)) {
      Object group = stack.resolve(filter.getLogGroupName());
      filters.put(filter.getNode().getPath(), new Found(filter, group));
    }
  }

  /** The declaration of the group of that name or reference. */
  Optional<CfnLogGroup> group(Object name) {
    return Optional.ofNullable(groups.get(stack.resolve(name)));
  }

  /** The filters on the group that has any of these names or references. */
  List<CfnSubscriptionFilter> filters(List<Object> names) {
    List<Object> wanted = names.stream().map(stack::resolve).map(this::identity).toList();
    return filters.values().stream()
        .filter(it -> wanted.contains(identity(it.group())))
        .map(Found::declaration)
        .toList();
  }

  private void put(Object resolvedName, CfnLogGroup group) {
    groups.put(resolvedName, group);
    paths.put(resolvedName, group.getNode().getPath());
  }

  /** The group's place in the tree if it is declared here, so that all its names are one. */
  private Object identity(Object resolved) {
    return paths.getOrDefault(resolved, resolved);
  }

  private boolean isHere(IConstruct construct) {
    return Stack.of(construct).getNode().getPath().equals(stack.getNode().getPath());
  }
}
