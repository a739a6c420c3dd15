package io.sleddog.cdk;

import io.sleddog.cdk.forwarder.InvokePermissions;
import io.sleddog.cdk.forwarder.LogSubscription;
import io.sleddog.cdk.function.Destination;
import io.sleddog.cdk.function.FunctionInstrumenter;
import io.sleddog.cdk.stepfunctions.StateMachineInstrumenter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.AspectOptions;
import software.amazon.awscdk.IAspect;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.SingletonFunction;
import software.amazon.awscdk.services.lambda.Version;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Makes functions observable in Datadog: layer, handler, variables, tags and log subscription, as
 * the plan decides.
 *
 * <p>Functions are changed when the app is synthesised, so what is added to them after {@link #add}
 * counts as theirs, and versions and aliases follow. It only adds: what a function has stays. What
 * cannot be instrumented is thrown then, all of it together; whatever else there is to say becomes
 * an annotation whose id starts with {@code sleddog:}.
 *
 * <pre>{@code
 * Instrumentation sleddog = new Instrumentation(this, "Sleddog",
 *     InstrumentationProps.builder().forwarder(forwarder).service("orders").env("prod").build());
 * sleddog.add(function);
 * }</pre>
 */
public final class Instrumentation extends Construct {
  /** After everything that changes functions on its own account, tags among them. */
  private static final int LATE = 800;

  private final FunctionInstrumenter instrumenter;
  private final @Nullable Destination destination;
  private final @Nullable StateMachineInstrumenter stateMachines;
  private final Exclusions exclusions;
  private final List<WholeScope> scopes = new ArrayList<>();

  /**
   * Makes an instrumentation without functions.
   *
   * @throws IllegalArgumentException if properties are wrong, naming all of them and this
   *     construct's path
   */
  public Instrumentation(Construct scope, String id, InstrumentationProps props) {
    super(scope, id);
    this.exclusions = new Exclusions(props.forwarder());
    this.destination = props.destination();
    this.instrumenter =
        new FunctionInstrumenter(props.settings(), props.layer(), props.destination());
    this.stateMachines =
        destination == null ? null : new StateMachineInstrumenter(props.settings(), destination);
    List<String> problems = instrumenter.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          getNode().getPath() + ":\n- " + String.join("\n- ", problems));
    }
    getNode().addValidation(this::refusals);
  }

  /**
   * Adds a function, or the function behind an alias or a version; once, however often. A function
   * of another app cannot be changed from here and is reported.
   */
  public Instrumentation add(IFunction function) {
    CfnFunction resource = resource(function);
    if (resource == null) {
      instrumenter.refuse(
          function.getNode().getPath()
              + ": it is not of this app, which cannot change it. Instrument it where it is"
              + " declared, or with the command line. [not-declared]");
      return this;
    }
    if (exclusions.isForwarder(resource)) {
      Annotations.of(resource)
          .addWarningV2("sleddog:forwarder-itself", "it is the forwarder, which stays as it is");
    }
    return addAll(resource);
  }

  /**
   * Adds every function of a scope, such as a stack or the whole app, also those to come; those of
   * a {@code Stage} in it only if the stage is there already.
   */
  public Instrumentation addAll(IConstruct scope) {
    return visit(
        scope,
        node -> {
          if (node instanceof CfnFunction function && !exclusions.has(function)) {
            instrumenter.instrument(function);
          }
        });
  }

  /**
   * Adds a state machine: it logs every step to the forwarder, which Datadog makes traces of, and
   * gets the tags of the functions; once, however often. Logging that it has already stays.
   *
   * @throws IllegalArgumentException if it is not of this app, which cannot change it
   * @throws IllegalStateException if there is no forwarder
   */
  public Instrumentation add(IStateMachine machine) {
    if (machine.getNode().getDefaultChild() instanceof CfnStateMachine resource) {
      return addStateMachines(resource);
    }
    throw new IllegalArgumentException(
        machine.getNode().getPath() + ": it is not of this app, which cannot change it");
  }

  /**
   * Adds every state machine of a scope, also those to come.
   *
   * @throws IllegalStateException if there is no forwarder
   */
  public Instrumentation addStateMachines(IConstruct scope) {
    required();
    return visit(
        scope,
        node -> {
          if (node instanceof CfnStateMachine machine && stateMachines != null) {
            stateMachines.instrument(machine);
          }
        });
  }

  /** Leaves a function out of every scope added here. */
  public Instrumentation exclude(IFunction function) {
    CfnFunction resource = resource(function);
    if (resource != null) {
      exclusions.add(resource);
    }
    return this;
  }

  /**
   * Sends a log group that is no function's to the forwarder: of an API, a state machine, a
   * service.
   *
   * @throws IllegalStateException if there is no forwarder
   */
  public Instrumentation subscribe(ILogGroup group) {
    Destination forwarder = required();
    LogSubscription.add(group, forwarder.arn(), "", forwarder.permission());
    return this;
  }

  /**
   * Lets every log group of account and region invoke a forwarder that another app deployed without
   * that right; once a stack.
   *
   * @throws IllegalStateException if there is no forwarder
   */
  public Instrumentation grantInvokeForwarder() {
    new InvokePermissions(Stack.of(this), required().arn()).logs();
    return this;
  }

  private Destination required() {
    if (destination == null) {
      throw new IllegalStateException(getNode().getPath() + " has no forwarder");
    }
    return destination;
  }

  private Instrumentation visit(IConstruct scope, IAspect aspect) {
    WholeScope whole = new WholeScope(scope, getNode().getPath());
    whole.add(aspect, AspectOptions.builder().priority(LATE).build());
    scopes.add(whole);
    return this;
  }

  private List<String> refusals() {
    List<String> refusals = new ArrayList<>(instrumenter.refusals());
    scopes.forEach(it -> refusals.addAll(it.missed()));
    return refusals;
  }

  /** What is behind a function, an alias, a version or a singleton; nothing if it is imported. */
  static @Nullable CfnFunction resource(IFunction function) {
    if (function instanceof Alias alias) {
      return resource(alias.getLambda());
    }
    if (function instanceof Version version) {
      return resource(version.getLambda());
    }
    IConstruct child =
        function instanceof SingletonFunction
            ? function.getPermissionsNode().getDefaultChild()
            : function.getNode().getDefaultChild();
    return child instanceof CfnFunction resource ? resource : null;
  }
}
