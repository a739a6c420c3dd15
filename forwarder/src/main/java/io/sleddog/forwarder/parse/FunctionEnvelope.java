package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Tags;
import java.util.TreeSet;

/** Adds to an envelope what is known of the function that wrote the logs. */
final class FunctionEnvelope {
  private static final String SERVICE = "service";
  private static final String ENV = "env";

  private FunctionEnvelope() {}

  /**
   * The envelope of a function's logs.
   *
   * @param fetched the tags that the function has in AWS
   */
  static Envelope of(Envelope envelope, Arn function, Tags fetched) {
    TreeSet<String> found = new TreeSet<>();
    found.add("aws_account:" + function.account());
    found.add("functionname:" + function.name());
    found.add("region:" + function.region());
    for (String tag : fetched.entries()) {
      if (!tag.startsWith(SERVICE + ":")) {
        found.add(tag);
      }
    }
    String service = envelope.service();
    if (service == null || service.equals(envelope.source())) {
      service = fetched.first(SERVICE).orElse(function.name());
      found.add(SERVICE + ":" + service);
    }
    Tags tags = env(envelope.tags(), fetched).plus(String.join(",", found));
    return envelope
        .withTags(tags)
        .withHost(function.text())
        .withService(service)
        .withFunction(function, fetched);
  }

  /** Logs without an environment say so; that gives way to one that the function has in AWS. */
  private static Tags env(Tags tags, Tags fetched) {
    if (fetched.first(ENV).isEmpty()) {
      return tags.first(ENV).isPresent() ? tags : tags.plus("env:none");
    }
    Tags others = Tags.NONE;
    for (String tag : tags.entries()) {
      others = tag.equals("env:none") ? others : others.plus(tag);
    }
    return others;
  }
}
