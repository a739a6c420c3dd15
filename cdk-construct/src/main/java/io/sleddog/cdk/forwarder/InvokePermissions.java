package io.sleddog.cdk.forwarder;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Who may invoke a forwarder: one statement a service, for all its sources in the account. One
 * statement a source fills the function's policy at about fifty of them.
 */
public final class InvokePermissions {
  private final Construct scope;
  private final String functionArn;

  /** For the function of that ARN; the statements stand under {@code scope}. */
  public InvokePermissions(Construct scope, String functionArn) {
    this.scope = scope;
    this.functionArn = functionArn;
  }

  /** Any log group of the account in the stack's region. */
  public IConstruct logs() {
    Stack stack = Stack.of(scope);
    String anyGroup =
        String.format(
            "arn:%s:logs:%s:%s:log-group:*:*",
            stack.getPartition(), stack.getRegion(), stack.getAccount());
    return once("InvokeByLogs", Partitions.principal(scope, "logs"), anyGroup);
  }

  /** Any bucket of the account. */
  public IConstruct buckets() {
    return once("InvokeByBuckets", "s3.amazonaws.com", null);
  }

  /** Any topic of the account. */
  public IConstruct topics() {
    return once("InvokeByTopics", "sns.amazonaws.com", null);
  }

  /** Any rule of the account. */
  public IConstruct rules() {
    return once("InvokeByRules", Partitions.principal(scope, "events"), null);
  }

  private IConstruct once(String id, String principal, @Nullable String source) {
    IConstruct existing = scope.getNode().tryFindChild(id);
    if (existing != null) {
      return existing;
    }
    return CfnPermission.Builder.create(scope, id)
        .action("lambda:InvokeFunction")
        .functionName(functionArn)
        .principal(principal)
        .sourceAccount(Stack.of(scope).getAccount())
        .sourceArn(source)
        .build();
  }
}
