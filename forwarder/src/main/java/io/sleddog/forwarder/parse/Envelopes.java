package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.config.Additions;
import io.sleddog.forwarder.lookup.ResourceTags;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.Origin;
import io.sleddog.forwarder.model.Tags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds source, host, service and tags of the logs of one origin. */
final class Envelopes {
  private static final String SERVICE = "service";

  private final Additions additions;
  private final String version;
  private final ResourceTags resourceTags;

  /**
   * Envelopes with the user's additions.
   *
   * @param version the forwarder's own, for its tag
   * @param resourceTags the tags that AWS keeps
   */
  Envelopes(Additions additions, String version, ResourceTags resourceTags) {
    this.additions = additions;
    this.version = version;
    this.resourceTags = resourceTags;
  }

  /** What every log gets, whatever it is. */
  Envelope of(Invocation invocation, Origin origin) {
    Tags tags = new Tags(additions.tags()).plus(invocation.forwarderTags(version).text());
    String source = additions.source().isEmpty() ? null : additions.source();
    tags = source == null ? tags : tags.plus("source_overridden:true");
    return new Envelope(invocation, origin, null, source, null, null, tags, Tags.NONE);
  }

  /** What an event gets that is a log itself. */
  Envelope ofEvent(Invocation invocation, String source, boolean isService) {
    Envelope base = of(invocation, Origin.EVENT);
    Envelope sourced = base.source() == null ? base.withSource(source) : base;
    return isService ? serviced(sourced) : sourced;
  }

  /** What the logs in an object of S3 get. */
  Envelope ofS3(Invocation invocation, String bucket, String key, Deadline deadline) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("bucket", bucket);
    details.put("key", key);
    Envelope base = of(invocation, new Origin("s3", details));
    Envelope sourced = base.source() == null ? base.withSource(SourceNames.ofKey(key)) : base;
    Tags fetched = resourceTags.ofBucket(bucket, invocation, deadline);
    return serviced(sourced.withTags(fetched.plus(base.tags().text())));
  }

  /** What the logs of a stream in CloudWatch Logs get. */
  Envelope ofCloudWatch(Invocation invocation, CloudWatchHeader header, Deadline deadline) {
    Envelope base =
        of(invocation, new Origin("awslogs", header.details())).withHost(header.logGroup());
    Optional<Arn> own = Arn.tryParse(invocation.functionArn());
    Arn near = own.isEmpty() ? null : ownedBy(header, own.get());
    if (near == null) {
      return serviced(sourced(base, header));
    }
    Arn group = near.beside("logs", "log-group:" + header.logGroup());
    Tags fetched = resourceTags.ofLogGroup(group, invocation, deadline);
    Envelope tagged = base.withTags(base.tags().plus(fetched.text()));
    if (additions.stateMachines() && !StateMachines.name(header).isEmpty()) {
      Arn machine = StateMachines.arn(header, near);
      Tags its = resourceTags.ofStateMachine(machine, invocation, deadline);
      return serviced(StateMachines.envelope(tagged, machine, its, additions));
    }
    Envelope envelope = serviced(sourced(tagged, header));
    String name = LambdaNames.of(header.logGroup(), header.logStream());
    if (!"lambda".equals(envelope.source()) || name.isEmpty()) {
      return envelope;
    }
    Arn function = near.withResource("function:" + name);
    Tags its = resourceTags.ofFunction(function, invocation, deadline);
    return FunctionEnvelope.of(envelope, function, its);
  }

  private static Arn ownedBy(CloudWatchHeader header, Arn forwarder) {
    return header.isOwnedByAnAccount() ? forwarder.withAccount(header.owner()) : forwarder;
  }

  private static Envelope sourced(Envelope envelope, CloudWatchHeader header) {
    return envelope.source() != null
        ? envelope
        : envelope.withSource(SourceNames.ofLogGroup(header.logGroup(), header.logStream()));
  }

  /** The service is the first that a tag names, or else the source. */
  private static Envelope serviced(Envelope envelope) {
    Tags tags = envelope.tags().withOne(SERVICE);
    String service = tags.first(SERVICE).orElse(String.valueOf(envelope.source()));
    return envelope.withTags(tags).withService(service);
  }
}
