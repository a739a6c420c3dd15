package io.sleddog.plan.check;

import io.sleddog.plan.model.Arn;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.settings.Settings;
import java.util.Optional;

/** Forwarder and layer must be ARNs of their kind, and of the function's partition and region. */
final class ArnCheck {
  private static final int LAYER_VERSION_FIELDS = 3;

  private ArnCheck() {}

  static void forwarder(Settings settings, Place place, Draft draft) {
    Text text = settings.forwarder();
    if (text == null) {
      return;
    }
    Optional<Arn> arn = Arn.tryParse(text);
    boolean isFunction = arn.filter(it -> it.isOf("lambda", "function")).isPresent();
    if (text.isKnown() && !isFunction) {
      draft.refuse(
          "forwarder-arn",
          "the forwarder \"" + text + "\" is not the ARN of a Lambda function",
          "Give the ARN that the forwarder's stack has among its outputs");
    }
    arn.ifPresent(it -> samePlace("forwarder", Place.of(it), place, draft));
    if (arn.isPresent() && differ(arn.get().account(), place.account())) {
      draft.warn(
          "forwarder-account",
          "the forwarder is in account " + arn.get().account() + ", the log group in another",
          "CloudWatch Logs invokes functions of its own account only: deploy a forwarder there");
    }
  }

  static void layer(Settings settings, Place place, Draft draft) {
    Text text = settings.layer();
    if (text == null) {
      return;
    }
    Optional<Arn> arn = Arn.tryParse(text);
    boolean isVersion =
        arn.filter(it -> it.isOf("lambda", "layer"))
            .filter(it -> it.resource().size() == LAYER_VERSION_FIELDS)
            .isPresent();
    if (text.isKnown() && !isVersion) {
      draft.refuse(
          "layer-arn",
          "the layer \"" + text + "\" is not the ARN of a layer's version",
          "Give an ARN such as arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:1");
    }
    arn.ifPresent(it -> samePlace("layer", Place.of(it), place, draft));
  }

  private static void samePlace(String what, Place given, Place wanted, Draft draft) {
    if (differ(given.region(), wanted.region()) || differ(given.partition(), wanted.partition())) {
      draft.refuse(
          what + "-region",
          "the " + what + " is in " + given.region() + ", the function in " + wanted.region(),
          "Deploy the " + what + " in the function's region too, and give that ARN");
    }
  }

  private static boolean differ(Text one, Text other) {
    return one.isKnown() && other.isKnown() && !one.sameAs(other);
  }
}
