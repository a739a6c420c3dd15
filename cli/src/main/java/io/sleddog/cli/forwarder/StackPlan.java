package io.sleddog.cli.forwarder;

import io.sleddog.plan.calls.ApiCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be done to a stack. */
final class StackPlan {
  /** The template's parameter for the bucket that holds the code. */
  static final String BUCKET = "CodeBucket";

  /** The template's parameter for the code's key in the bucket. */
  static final String KEY = "CodeKey";

  /** The template's parameter for the object's version. */
  static final String VERSION = "CodeVersion";

  private static final Set<String> OF_OBJECTS =
      Set.of("CreateBucket", "PutPublicAccessBlock", "PutObject");

  private final Stack stack;
  private final Template template;
  private final Parameters parameters;
  private final List<ApiCall> upload;
  private final boolean isSameTemplate;

  /**
   * Creates it.
   *
   * @param stack the stack as it is
   * @param template what it is to be made from
   * @param parameters what with
   * @param upload the calls that bring the code into a bucket
   * @param isSameTemplate whether the stack was made from that very template
   */
  StackPlan(
      Stack stack,
      Template template,
      Parameters parameters,
      List<ApiCall> upload,
      boolean isSameTemplate) {
    this.stack = stack;
    this.template = template;
    this.parameters = parameters;
    this.upload = List.copyOf(upload);
    this.isSameTemplate = isSameTemplate;
  }

  Stack stack() {
    return stack;
  }

  Template template() {
    return template;
  }

  Parameters parameters() {
    return parameters;
  }

  List<ApiCall> upload() {
    return upload;
  }

  /** Whether the operation is one of S3, not of CloudFormation. */
  static boolean isOfObjects(String operation) {
    return OF_OBJECTS.contains(operation);
  }

  /** Whether the stack is as it should be. */
  boolean isEmpty() {
    return stack.isThere() && isSameTemplate && parameters.changes().isEmpty();
  }

  String action() {
    return isEmpty() ? "none" : stack.isThere() ? "update" : "create";
  }

  /**
   * The calls in their order.
   *
   * @param changeSet the change set's name
   * @param isShown whether they are for people's eyes: secrets are hidden, and the template is
   *     named instead of quoted
   */
  List<ApiCall> calls(String changeSet, boolean isShown) {
    if (isEmpty()) {
      return List.of();
    }
    List<ApiCall> calls = new ArrayList<>(upload);
    calls.add(
        new ApiCall(
            "CreateChangeSet",
            changeSet(changeSet, isShown),
            stack.isThere() ? "says what changes in the stack" : "says what the stack will have"));
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("StackName", stack.name());
    named.put("ChangeSetName", changeSet);
    calls.add(new ApiCall("ExecuteChangeSet", named, "carries that out"));
    return calls;
  }

  private Map<String, Object> changeSet(String name, boolean isShown) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("StackName", stack.name());
    input.put("ChangeSetName", name);
    input.put("ChangeSetType", stack.isThere() ? "UPDATE" : "CREATE");
    input.put("TemplateBody", isShown ? "file://" + template.file() : template.body());
    input.put("Parameters", parameters.input(isShown));
    input.put("Capabilities", template.capabilities());
    return input;
  }
}
