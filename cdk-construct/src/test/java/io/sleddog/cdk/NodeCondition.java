package io.sleddog.cdk;

import java.io.IOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for Node.js, which CDK runs on. */
public final class NodeCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String word =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent("node", key -> look(), String.class);
    return word.isEmpty()
        ? ConditionEvaluationResult.enabled("node is there")
        : ConditionEvaluationResult.disabled(word);
  }

  private static String look() {
    try {
      new ProcessBuilder("node", "--version").start().waitFor();
      return "";
    } catch (IOException e) {
      String word = "Skipped: the tests of constructs need node (Node.js 22 or newer) on the path";
      System.out.println(word);
      return word;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
