package io.sleddog.cdk.template;

import static io.sleddog.cdk.template.Conditions.valueIf;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnPolicy;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Puts each statement of the construct's role under the condition of what needs it, adds those for
 * what only the template can be asked for, and keeps them inside the role, as Datadog's template
 * does: an update then never leaves the function without them.
 */
final class RoleOverlay {
  private static final String OWN_LOGS = "WriteOwnLogs";

  private final Stack stack;
  private final Parameters parameters;
  private final Conditions conditions;
  private final TemplateStatements statements;

  RoleOverlay(Stack stack, Parameters parameters, Conditions conditions) {
    this.stack = stack;
    this.parameters = parameters;
    this.conditions = conditions;
    this.statements = new TemplateStatements(parameters, conditions);
  }

  void apply(Construct scope) {
    IConstruct roleConstruct = scope.getNode().findChild("Role");
    CfnResource role = (CfnResource) roleConstruct.getNode().getDefaultChild();
    role.overrideLogicalId("ForwarderRole");
    bound(role);
    List<Map<String, Object>> made = takeStatements(roleConstruct);
    List<Object> kept = new ArrayList<>();
    for (Map<String, Object> statement : made) {
      if (!OWN_LOGS.equals(statement.get("Sid"))) {
        kept.add(conditional(statement));
      }
    }
    kept.addAll(statements.added());
    role.addPropertyOverride("Policies", List.of(policy("Forwarder", kept)));
    role.addPropertyOverride(
        "ManagedPolicyArns",
        List.of(
            valueIf(
                conditions.isOn(StackParameter.USE_VPC),
                Fn.sub(
                    "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaENIManagementAccess"))));
    addLogPolicy(role, made);
    overlaySchedulerRole(scope.getNode().findChild("SchedulerRole"));
  }

  /** The statement itself, or nothing if what it is for is not wanted. */
  private Object conditional(Map<String, Object> statement) {
    String sid = String.valueOf(statement.get("Sid"));
    return valueIf(
        condition(sid), sid.equals("ReadApiKey") ? statements.ofGivenSecret(statement) : statement);
  }

  private CfnCondition condition(String sid) {
    return switch (sid) {
      case "ReadApiKey" -> conditions.isKeyInSecret();
      case "KeepFailedEvents", "ListFailedEvents" -> conditions.hasBucket();
      case "FetchResourceTags" -> conditions.isFetchingResourceTags();
      case "FetchLogGroupTags" -> conditions.isFetchingLogGroupTags();
      default -> throw new IllegalStateException("Nothing says when " + sid + " is needed");
    };
  }

  /** The log group needs the function's name, so its policy cannot be part of the role. */
  private void addLogPolicy(CfnResource role, List<Map<String, Object>> made) {
    List<Object> own =
        new ArrayList<>(made.stream().filter(it -> OWN_LOGS.equals(it.get("Sid"))).toList());
    CfnPolicy.Builder.create(stack, "ForwarderLogPolicy")
        .policyName("ForwarderLogs")
        .policyDocument(document(own))
        .roles(List.of(role.getRef()))
        .build();
  }

  private void overlaySchedulerRole(IConstruct roleConstruct) {
    CfnResource role = (CfnResource) roleConstruct.getNode().getDefaultChild();
    role.overrideLogicalId("SchedulerRole");
    role.getCfnOptions().setCondition(conditions.isRetried());
    bound(role);
    List<Object> all = new ArrayList<>(takeStatements(roleConstruct));
    role.addPropertyOverride("Policies", List.of(policy("InvokeForwarder", all)));
  }

  private void bound(CfnResource role) {
    role.addPropertyOverride(
        "PermissionsBoundary",
        valueIf(
            conditions.isSet(StackParameter.BOUNDARY), parameters.text(StackParameter.BOUNDARY)));
  }

  /** The statements that the construct made, taken out of their separate policy. */
  @SuppressWarnings("unchecked") // a policy document is a map with a list of maps
  private List<Map<String, Object>> takeStatements(IConstruct role) {
    IConstruct policy = role.getNode().findChild("DefaultPolicy");
    CfnPolicy resource = (CfnPolicy) policy.getNode().getDefaultChild();
    Map<String, Object> document =
        (Map<String, Object>) stack.resolve(resource.getPolicyDocument());
    role.getNode().tryRemoveChild("DefaultPolicy");
    return (List<Map<String, Object>>) requireNonNull(document.get("Statement"));
  }

  private static Map<String, Object> policy(String name, List<Object> statements) {
    return Map.of("PolicyName", name, "PolicyDocument", document(statements));
  }

  private static Map<String, Object> document(List<Object> statements) {
    return Map.of("Version", "2012-10-17", "Statement", statements);
  }
}
