package io.sleddog.cli.work;

import java.util.ArrayList;
import java.util.List;

/** How far each job of a batch is: several threads write it, and any may look. */
final class Standing {
  private final List<JobResult> results;

  Standing(List<JobResult> planned) {
    this.results = new ArrayList<>(planned);
  }

  synchronized JobResult of(int index) {
    return results.get(index);
  }

  synchronized void set(int index, JobResult result) {
    results.set(index, result);
  }

  /** The jobs as they are; those that nobody has begun are skipped ones. */
  synchronized List<JobResult> now() {
    return results.stream().map(it -> it.outcome() == Outcome.PLANNED ? it.skipped() : it).toList();
  }
}
