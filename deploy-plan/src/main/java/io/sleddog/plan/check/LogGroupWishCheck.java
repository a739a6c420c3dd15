package io.sleddog.plan.check;

import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.settings.LogGroupWish;
import java.util.Set;
import java.util.regex.Pattern;

/** Filter name and retention must be such that CloudWatch Logs takes them. */
final class LogGroupWishCheck {
  private static final Pattern FILTER_NAME = Pattern.compile("[^:*]{1,512}");

  /** As in the API reference of CloudWatch Logs, {@code PutRetentionPolicy}. */
  private static final Set<Integer> RETENTION_DAYS =
      Set.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private LogGroupWishCheck() {}

  static void check(LogGroupWish wish, Draft draft) {
    if (!FILTER_NAME.matcher(wish.filterName()).matches()) {
      draft.refuse(
          "filter-name",
          "\"" + wish.filterName() + "\" is no name of a subscription filter",
          "Give 1 to 512 characters without colon and asterisk");
    }
    if (wish.retentionDays() != null && !RETENTION_DAYS.contains(wish.retentionDays())) {
      draft.refuse(
          "retention",
          "CloudWatch Logs does not keep events for " + wish.retentionDays() + " days",
          "Give one of " + RETENTION_DAYS.stream().sorted().toList());
    }
  }
}
