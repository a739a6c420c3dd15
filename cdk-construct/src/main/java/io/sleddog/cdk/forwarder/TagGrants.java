package io.sleddog.cdk.forwarder;

import io.sleddog.cdk.setting.ForwarderSetting;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.lambda.Function;

/** What the forwarder may read to add tags, by the settings that make it read. */
final class TagGrants {
  private TagGrants() {}

  static void allow(Function function, Map<ForwarderSetting, String> settings) {
    if (mayBeOn(settings.get(ForwarderSetting.FETCH_LAMBDA_TAGS))
        || mayBeOn(settings.get(ForwarderSetting.FETCH_S3_TAGS))
        || mayBeOn(settings.get(ForwarderSetting.FETCH_STEP_FUNCTIONS_TAGS))) {
      // The action knows no resource.
      Grants.allow(function, "FetchResourceTags", "*", "tag:GetResources");
    }
    if (mayBeOn(settings.get(ForwarderSetting.FETCH_LOG_GROUP_TAGS))) {
      Stack stack = Stack.of(function);
      String anyGroup =
          String.format(
              "arn:%s:logs:%s:%s:log-group:*",
              stack.getPartition(), stack.getRegion(), stack.getAccount());
      Grants.allow(function, "FetchLogGroupTags", anyGroup, "logs:ListTagsForResource");
    }
  }

  /** A value that is known only when the stack is deployed counts as on. */
  private static boolean mayBeOn(@Nullable String text) {
    return text != null && (text.equals("true") || Token.isUnresolved(text));
  }
}
