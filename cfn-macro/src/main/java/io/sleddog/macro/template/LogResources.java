package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Declares log groups, subscription filters and the permission to invoke the forwarder.
 *
 * <p>Logical ids depend on the function's own id alone, or on the log group's if the user chose it,
 * so that a deployment never replaces a filter by another of the same name.
 */
final class LogResources {
  /** The logical id of the permission, one for all log groups of the template. */
  static final String PERMISSION = "SleddogForwarderPermission";

  /** For people whom CloudFormation tells that the group exists already. */
  private static final String IF_THERE_ALREADY =
      "If this log group is there already, since the function ran before, deploy with the"
          + " parameter createLogGroups set to false, or let the change set import existing"
          + " resources";

  private static final String GROUP_SUFFIX = "SleddogLogGroup";
  private static final String FILTER_SUFFIX = "SleddogFilter";
  private static final int HASH_LENGTH = 8;

  private final ObjectNode resources;
  private final LogGroups groups;
  private final Texts texts;

  LogResources(ObjectNode resources, LogGroups groups, Texts texts) {
    this.resources = resources;
    this.groups = groups;
    this.texts = texts;
  }

  /**
   * Carries a step out.
   *
   * @return what speaks against it; nothing if it is done
   */
  Optional<Finding> apply(Change change, FunctionResource function, FoundGroup found) {
    if (change instanceof Change.NewLogGroup it) {
      return create(it.logGroup(), function);
    }
    if (change instanceof Change.InvokeGrant it) {
      return grant(it);
    }
    return change instanceof Change.Filter it ? put(it, function, found) : Optional.empty();
  }

  /** The group outlives the stack and the macro: it holds the user's logs. */
  private Optional<Finding> create(LogGroup group, FunctionResource function) {
    ObjectNode resource = resource(LogGroups.GROUP_TYPE, function.condition());
    resource.put("DeletionPolicy", "RetainExceptOnCreate");
    resource.put("UpdateReplacePolicy", "Retain");
    resource.putObject("Metadata").put("Sleddog", IF_THERE_ALREADY);
    ObjectNode properties = resource.putObject("Properties");
    properties.set("LogGroupName", texts.write(group.name()));
    if (group.retentionDays() != null) {
      properties.put("RetentionInDays", group.retentionDays());
    }
    return add(function.id() + GROUP_SUFFIX, resource);
  }

  private Optional<Finding> grant(Change.InvokeGrant grant) {
    ObjectNode resource = resource("AWS::Lambda::Permission", Optional.empty());
    ObjectNode properties = resource.putObject("Properties");
    properties.put("Action", "lambda:InvokeFunction");
    properties.set("FunctionName", texts.write(grant.forwarder()));
    properties.putObject("Principal").put("Fn::Sub", "logs.${AWS::URLSuffix}");
    properties.set("SourceAccount", texts.write(grant.sourceAccount()));
    properties.set("SourceArn", texts.write(grant.sourceArn()));
    return add(PERMISSION, resource);
  }

  private Optional<Finding> put(Change.Filter change, FunctionResource function, FoundGroup found) {
    SubscriptionFilter filter = change.after();
    if (filter == null) {
      return Optional.empty();
    }
    Optional<ObjectNode> present = declared(filter, found);
    if (present.isPresent()) {
      fill(present.get().withObjectProperty("Properties"), filter);
      return Optional.empty();
    }
    LogGroup group = found.group();
    Optional<String> groupId = found.id().or(() -> created(function, group));
    ObjectNode resource = resource(LogGroups.FILTER_TYPE, condition(function, group, groupId));
    if (resources.has(PERMISSION)) {
      resource.put("DependsOn", PERMISSION);
    }
    ObjectNode properties = resource.putObject("Properties");
    fill(properties, filter);
    JsonNode name =
        groupId.<JsonNode>map(Intrinsic::ref).orElseGet(() -> texts.write(group.name()));
    properties.set("LogGroupName", name);
    return add(filterId(function, group, groupId), resource);
  }

  private void fill(ObjectNode properties, SubscriptionFilter filter) {
    properties.set("DestinationArn", texts.write(filter.destination()));
    properties.set("FilterName", texts.write(filter.name()));
    properties.set("FilterPattern", texts.write(filter.pattern()));
  }

  private Optional<ObjectNode> declared(SubscriptionFilter filter, FoundGroup found) {
    return groups.filters(List.of(found.group().name()), found.id()).stream()
        .map(Map.Entry::getValue)
        .filter(it -> texts.read(it.path("Properties").path("FilterName")).sameAs(filter.name()))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  /** The declaration of the group that was added a moment ago, if one was. */
  private Optional<String> created(FunctionResource function, LogGroup group) {
    String id = function.id() + GROUP_SUFFIX;
    return Optional.of(id).filter(it -> !group.isCustom() && resources.has(it));
  }

  private static String filterId(
      FunctionResource function, LogGroup group, Optional<String> groupId) {
    if (!group.isCustom()) {
      return function.id() + FILTER_SUFFIX;
    }
    return groupId
        .map(id -> id + FILTER_SUFFIX)
        .orElseGet(() -> "SleddogFilter" + hash(group.name()));
  }

  /** A filter exists when its group does; a group from elsewhere is there for all functions. */
  private Optional<String> condition(
      FunctionResource function, LogGroup group, Optional<String> groupId) {
    Optional<String> ofGroup =
        groupId.flatMap(
            id -> Optional.ofNullable(resources.path(id).path("Condition").textValue()));
    return group.isCustom() ? ofGroup : ofGroup.or(function::condition);
  }

  private Optional<Finding> add(String id, ObjectNode resource) {
    if (resources.has(id)) {
      return Optional.of(
          new Finding(
              "id-taken",
              id,
              "the template has a resource of that name, which the macro needs",
              "Rename it"));
    }
    resources.set(id, resource);
    return Optional.empty();
  }

  private ObjectNode resource(String type, Optional<String> condition) {
    ObjectNode resource = resources.objectNode().put("Type", type);
    condition.ifPresent(it -> resource.put("Condition", it));
    return resource;
  }

  private static String hash(Text name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(name.shape().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
