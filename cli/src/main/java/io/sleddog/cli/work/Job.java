package io.sleddog.cli.work;

import io.sleddog.plan.calls.ApiCall;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done to one function or log group.
 *
 * @param subject its ARN or name
 * @param region where it is
 * @param title how to head it for people
 * @param plan the changes
 * @param calls the same in the words of AWS's API, and what else is to be called after them
 */
public record Job(String subject, String region, String title, Plan plan, List<ApiCall> calls) {
  /** Stands in a call's input for the version that a {@code PublishVersion} before it gives. */
  public static final String PUBLISHED_VERSION = "${PublishVersion.Version}";

  /** A plan that is refused has no call. */
  public Job {
    calls = plan.isRefused() ? List.of() : List.copyOf(calls);
  }

  /** Whether nothing is to be done. */
  public boolean isEmpty() {
    return calls.isEmpty();
  }

  /** The same job, with a reason why it must not be done. */
  public Job refused(Finding finding) {
    List<Finding> refusals = new ArrayList<>(plan.refusals());
    refusals.add(finding);
    return with(new Plan(plan.subject(), plan.changes(), plan.warnings(), refusals));
  }

  /** The same job, with something that the user should know. */
  public Job warned(Finding finding) {
    List<Finding> warnings = new ArrayList<>(plan.warnings());
    warnings.add(finding);
    return with(new Plan(plan.subject(), plan.changes(), warnings, plan.refusals()));
  }

  private Job with(Plan changed) {
    return new Job(subject, region, title, changed, calls);
  }
}
