package io.sleddog.cdk.forwarder;

import io.sleddog.cdk.setting.Delivery;
import io.sleddog.cdk.setting.ForwarderSetting;
import io.sleddog.cdk.setting.LogProcessing;
import io.sleddog.cdk.setting.TagEnrichment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.FunctionOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * What a {@link Forwarder} is made of. Only the API key must be given, and not even that if nothing
 * goes to Datadog; whatever is wrong is thrown when the forwarder is made, all of it together.
 */
public final class ForwarderProps {
  private final @Nullable ApiKey apiKey;
  private final String site;
  private final @Nullable Code code;
  private final @Nullable Runtime runtime;
  private final FunctionOptions function;
  private final LogProcessing logs;
  private final TagEnrichment tags;
  private final Delivery delivery;
  private final FailedEvents failedEvents;
  private final @Nullable RetentionDays logRetention;
  private final List<IFunction> additionalTargets;
  private final String rolePath;
  private final @Nullable IManagedPolicy permissionsBoundary;

  private ForwarderProps(Builder builder) {
    this.apiKey = builder.apiKey;
    this.site = builder.site;
    this.code = builder.code;
    this.runtime = builder.runtime;
    this.function = builder.function;
    this.logs = builder.logs;
    this.tags = builder.tags;
    this.delivery = builder.delivery;
    this.failedEvents = builder.failedEvents;
    this.logRetention = builder.logRetention;
    this.additionalTargets = List.copyOf(builder.additionalTargets);
    this.rolePath = builder.rolePath;
    this.permissionsBoundary = builder.permissionsBoundary;
  }

  /** Starts with nothing but defaults. */
  public static Builder builder() {
    return new Builder();
  }

  @Nullable ApiKey apiKey() {
    return apiKey;
  }

  String site() {
    return site;
  }

  @Nullable Code code() {
    return code;
  }

  @Nullable Runtime runtime() {
    return runtime;
  }

  FunctionOptions function() {
    return function;
  }

  LogProcessing logs() {
    return logs;
  }

  TagEnrichment tags() {
    return tags;
  }

  Delivery delivery() {
    return delivery;
  }

  FailedEvents failedEvents() {
    return failedEvents;
  }

  @Nullable RetentionDays logRetention() {
    return logRetention;
  }

  List<IFunction> additionalTargets() {
    return additionalTargets;
  }

  String rolePath() {
    return rolePath;
  }

  @Nullable IManagedPolicy permissionsBoundary() {
    return permissionsBoundary;
  }

  /** Collects the properties; each method may be called once or not at all. */
  public static final class Builder {
    private @Nullable ApiKey apiKey;
    private String site = ForwarderSetting.SITE.standard();
    private @Nullable Code code;
    private @Nullable Runtime runtime;
    private FunctionOptions function = FunctionOptions.builder().build();
    private LogProcessing logs = LogProcessing.builder().build();
    private TagEnrichment tags = TagEnrichment.builder().build();
    private Delivery delivery = Delivery.builder().build();
    private FailedEvents failedEvents = FailedEvents.inNewBucket().build();
    private @Nullable RetentionDays logRetention;
    private List<IFunction> additionalTargets = List.of();
    private String rolePath = "/";
    private @Nullable IManagedPolicy permissionsBoundary;

    private Builder() {}

    /** Where the API key is; required unless {@link Delivery.Builder#toDatadog} is off. */
    public Builder apiKey(ApiKey key) {
      this.apiKey = key;
      return this;
    }

    /** The Datadog site, as in the address bar without {@code app.}: {@code datadoghq.eu}. */
    public Builder site(String name) {
      this.site = name;
      return this;
    }

    /** The forwarder's zip, for one built or signed elsewhere. */
    public Builder code(Code zip) {
      this.code = zip;
      return this;
    }

    /** A Java runtime from 17 on. */
    public Builder runtime(Runtime java) {
      this.runtime = java;
      return this;
    }

    /**
     * CDK's own options of the function. Unless said: 1,024 MB, 120 s, arm64, 90 days of its own
     * logs. Environment variables given here win over the settings.
     */
    public Builder function(FunctionOptions options) {
      this.function = options;
      return this;
    }

    /** What is done to logs. */
    public Builder logs(LogProcessing processing) {
      this.logs = processing;
      return this;
    }

    /** Which tags are added. */
    public Builder tags(TagEnrichment enrichment) {
      this.tags = enrichment;
      return this;
    }

    /** Where data is sent and how. */
    public Builder delivery(Delivery how) {
      this.delivery = how;
      return this;
    }

    /** Where undelivered data is kept: a new bucket, unless said. */
    public Builder failedEvents(FailedEvents store) {
      this.failedEvents = store;
      return this;
    }

    /** How long the forwarder's own logs are kept. */
    public Builder logRetention(RetentionDays days) {
      this.logRetention = days;
      return this;
    }

    /** Functions that get every event as well. */
    public Builder additionalTargets(List<IFunction> targets) {
      this.additionalTargets = targets;
      return this;
    }

    /** Path of the roles made here, such as {@code /observability/}. */
    public Builder rolePath(String path) {
      this.rolePath = path;
      return this;
    }

    /** Boundary of the roles made here. */
    public Builder permissionsBoundary(IManagedPolicy boundary) {
      this.permissionsBoundary = boundary;
      return this;
    }

    /** The value. */
    public ForwarderProps build() {
      return new ForwarderProps(this);
    }
  }
}
