package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.config.ForwarderConfig.Additions;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.Origin;
import io.sleddog.forwarder.model.Tags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds source, host, service and tags of the logs of one origin. */
final class Envelopes {
  private final Additions additions;
  private final String version;

  /**
   * Envelopes with the user's additions.
   *
   * @param version the forwarder's own, for its tag
   */
  Envelopes(Additions additions, String version) {
    this.additions = additions;
    this.version = version;
  }

  /** What every log gets, whatever it is. */
  Envelope of(Invocation invocation, Origin origin) {
    Tags tags = new Tags(additions.tags()).plus(invocation.forwarderTags(version).text());
    if (additions.source().isEmpty()) {
      return new Envelope(invocation, origin, null, null, null, null, tags);
    }
    return new Envelope(
        invocation,
        origin,
        null,
        additions.source(),
        null,
        null,
        tags.plus("source_overridden:true"));
  }

  /** What an event gets that is a log itself. */
  Envelope ofEvent(Invocation invocation, String source, boolean isService) {
    Envelope base = of(invocation, Origin.EVENT);
    String own = base.source() == null ? source : base.source();
    String service = isService ? base.tags().first("service").orElse(own) : null;
    return new Envelope(invocation, Origin.EVENT, null, own, null, service, base.tags());
  }

  /** What the logs in an object of S3 get. */
  Envelope ofS3(Invocation invocation, String bucket, String key) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("bucket", bucket);
    details.put("key", key);
    Origin origin = new Origin("s3", details);
    Envelope base = of(invocation, origin);
    String source = base.source() == null ? SourceNames.ofKey(key) : base.source();
    String service = base.tags().first("service").orElse(source);
    return new Envelope(invocation, origin, null, source, null, service, base.tags());
  }

  /** What the logs of a stream in CloudWatch Logs get. */
  Envelope ofCloudWatch(Invocation invocation, CloudWatchHeader header) {
    Origin origin = new Origin("awslogs", header.details());
    Envelope base = of(invocation, origin);
    String source = base.source();
    if (source == null) {
      source = SourceNames.ofLogGroup(header.logGroup(), header.logStream());
    }
    String service = base.tags().first("service").orElse(source);
    Envelope envelope =
        new Envelope(invocation, origin, null, source, header.logGroup(), service, base.tags());
    return source.equals("lambda") ? withFunction(envelope, header) : envelope;
  }

  private static Envelope withFunction(Envelope envelope, CloudWatchHeader header) {
    Optional<Arn> own = Arn.tryParse(envelope.invocation().functionArn());
    String name = LambdaNames.of(header.logGroup(), header.logStream());
    if (name.isEmpty() || own.isEmpty()) {
      return envelope;
    }
    Arn function = own.get().withResource("function:" + name);
    if (header.isOwnedByAnAccount()) {
      function = function.withAccount(header.owner());
    }
    String service = envelope.service();
    if (service == null || service.equals(envelope.source())) {
      service = name;
    }
    return new Envelope(
        envelope.invocation(),
        envelope.origin(),
        function,
        envelope.source(),
        function.text(),
        service,
        functionTags(envelope.tags(), function, service));
  }

  private static Tags functionTags(Tags tags, Arn function, String service) {
    Map<String, String> found =
        Map.of(
            "aws_account", function.account(),
            "functionname", function.name(),
            "region", function.region(),
            "service", service);
    Tags all = tags.first("env").isPresent() ? tags : tags.plus("env:none");
    for (String key : new TreeSet<>(found.keySet())) {
      boolean known = key.equals("service") && tags.first("service").isPresent();
      all = known ? all : all.plus(key + ":" + found.get(key));
    }
    return all;
  }
}
