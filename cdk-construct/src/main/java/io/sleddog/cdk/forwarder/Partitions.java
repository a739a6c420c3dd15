package io.sleddog.cdk.forwarder;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** What differs between partitions of AWS. The deployment decides: a stack may not know its own. */
final class Partitions {
  private static final String CONDITION = "SleddogInChina";

  private Partitions() {}

  /** The principal of a service that has a name of its own in China, such as {@code logs}. */
  static String principal(Construct scope, String service) {
    String elsewhere = service + ".amazonaws.com";
    return Fn.conditionIf(condition(scope), elsewhere + ".cn", elsewhere).toString();
  }

  private static String condition(Construct scope) {
    Stack stack = Stack.of(scope);
    if (stack.getNode().tryFindChild(CONDITION) == null) {
      CfnCondition.Builder.create(stack, CONDITION)
          .expression(Fn.conditionEquals(Aws.PARTITION, "aws-cn"))
          .build();
    }
    return CONDITION;
  }
}
