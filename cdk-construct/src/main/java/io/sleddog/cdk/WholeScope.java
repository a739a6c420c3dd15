package io.sleddog.cdk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awscdk.AspectOptions;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.IAspect;
import software.amazon.awscdk.Stage;
import software.constructs.IConstruct;

/** A scope with the stages in it, into which CDK does not carry the aspects of what is above. */
final class WholeScope {
  private final IConstruct scope;
  private final String owner;
  private final Set<String> reached = new HashSet<>();

  /**
   * A scope.
   *
   * @param owner the path of what visits it
   */
  WholeScope(IConstruct scope, String owner) {
    this.scope = scope;
    this.owner = owner;
  }

  /** Has every construct visited, also those to come. */
  void add(IAspect aspect, AspectOptions options) {
    Aspects.of(scope).add(aspect, options);
    for (IConstruct stage : stages()) {
      Aspects.of(stage).add(aspect, options);
      reached.add(stage.getNode().getPath());
    }
  }

  /** The stages that came too late, a sentence for each. */
  List<String> missed() {
    return stages().stream()
        .map(stage -> stage.getNode().getPath())
        .filter(path -> !reached.contains(path))
        .map(
            path ->
                path
                    + ": the stage was made after "
                    + owner
                    + " was told to instrument what is around it. Make the stage first, or add it"
                    + " by itself. [stage-late]")
        .toList();
  }

  private List<IConstruct> stages() {
    String own = scope.getNode().getPath();
    return scope.getNode().findAll().stream()
        .filter(it -> it instanceof Stage && !it.getNode().getPath().equals(own))
        .toList();
  }
}
