package io.sleddog.cli.lambda;

import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.subject.ForwarderOptions;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.LogGroupWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how function, layer and forwarder are joined. */
final class WiringOptions {
  static final String NO_LAYER = "none";
  static final String LATEST = "latest";

  @Mixin private final ForwarderOptions forwarder = new ForwarderOptions();

  @Option(
      names = {"-v", "--layer-version"},
      order = 11,
      paramLabel = "VERSION",
      description = "The layer's version: latest (default), a number, or none.")
  private String layerVersion = LATEST;

  @Option(
      names = "--layer-arn",
      order = 12,
      paramLabel = "ARN",
      split = ",",
      description = "The ARN of the layer's version instead; may be repeated, one a region.")
  private List<String> layerArns = new ArrayList<>();

  @Option(
      names = {"-a", "--layer-account"},
      order = 13,
      paramLabel = "ACCOUNT",
      description = "The account that owns the layer, if it is not the function's own.")
  private @Nullable String layerAccount;

  @Option(
      names = "--handler-redirect",
      order = 14,
      arity = "1",
      paramLabel = "true|false",
      description =
          "Redirect the handler to the layer's (default), or start the function by the "
              + "layer's script.")
  private @Nullable Boolean handlerRedirect;

  @Option(
      names = "--filter-name",
      order = 15,
      paramLabel = "NAME",
      description = "The subscription filter's name; " + LogGroupWish.FILTER_NAME + " by default.")
  private String filterName = LogGroupWish.FILTER_NAME;

  @Option(
      names = "--filter-limit",
      order = 16,
      paramLabel = "NUMBER",
      description = "How many filters AWS allows the account for a log group.")
  private @Nullable Integer filterLimit;

  @Option(
      names = "--retention",
      order = 17,
      paramLabel = "DAYS",
      description = "How long a log group that is created keeps its events; for ever by default.")
  private @Nullable Integer retention;

  @Option(
      names = "--keep-values",
      order = 18,
      description = "Leave variables and tags alone that a function has already.")
  private boolean isKeeping;

  List<String> forwarders() {
    return forwarder.all();
  }

  /** Sets the forwarder as if its option was given. */
  void forwardTo(String arn) {
    forwarder.add(arn);
  }

  boolean isKeeping() {
    return isKeeping;
  }

  /** Which layer is wished for. */
  LayerWish layer() {
    if (layerArns.isEmpty() && !layerVersion.matches(LATEST + "|" + NO_LAYER + "|[1-9]\\d*")) {
      throw Problem.usage(
          "layer-version",
          "\"" + layerVersion + "\" is no version of the layer",
          "Give latest, a number, or none");
    }
    return new LayerWish(layerArns, layerVersion, Optional.ofNullable(layerAccount));
  }

  /** How the wrapper comes to run: without a layer, the user's own code sees to that. */
  Activation activation() {
    if (handlerRedirect == null) {
      return layer().isNone() ? Activation.IN_CODE : Activation.REDIRECT;
    }
    return handlerRedirect ? Activation.REDIRECT : Activation.EXEC_SCRIPT;
  }

  LogGroupWish logGroup() {
    LogGroupWish wish = LogGroupWish.standard().withFilterName(filterName);
    if (retention != null) {
      wish = wish.withRetentionDays(retention);
    }
    return filterLimit == null ? wish : wish.withFilterLimit(filterLimit);
  }
}
