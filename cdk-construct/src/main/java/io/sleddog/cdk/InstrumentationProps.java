package io.sleddog.cdk;

import io.sleddog.cdk.function.Destination;
import io.sleddog.cdk.function.LayerSource;
import io.sleddog.cdk.function.Tokens;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.GitTags;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.IFunction;

/** What the functions of one {@link Instrumentation} get; it never changes once built. */
public final class InstrumentationProps {
  private final Settings settings;
  private final LayerSource layer;
  private final @Nullable Destination destination;
  private final @Nullable IFunction forwarder;

  private InstrumentationProps(Builder builder) {
    this.settings = builder.settings;
    this.layer = builder.layer;
    this.destination = builder.destination;
    this.forwarder = builder.forwarder;
  }

  /** Starts with the bundled layer, a redirected handler and no forwarder. */
  public static Builder builder() {
    return new Builder();
  }

  Settings settings() {
    return settings;
  }

  LayerSource layer() {
    return layer;
  }

  @Nullable Destination destination() {
    return destination;
  }

  /** The forwarder, if it is given as a function. */
  @Nullable IFunction forwarder() {
    return forwarder;
  }

  /** Collects the properties. */
  public static final class Builder {
    private Settings settings = Settings.none().withTool("cdk");
    private LayerSource layer = LayerSource.bundled();
    private @Nullable Destination destination;
    private @Nullable IFunction forwarder;

    private Builder() {}

    /** The forwarder that reads the functions' logs. */
    public Builder forwarder(Forwarder forwarder) {
      this.destination =
          new Destination(
              forwarder.target().getFunctionArn(),
              forwarder.invokePermission(),
              Stack.of(forwarder));
      this.forwarder = forwarder.function();
      return this;
    }

    /** A forwarder that another app or template deployed. */
    public Builder forwarder(IFunction function) {
      forwarderArn(function.getFunctionArn());
      this.forwarder = function;
      return this;
    }

    /** The ARN of such a forwarder. */
    public Builder forwarderArn(String arn) {
      this.destination = new Destination(arn, null, null);
      this.forwarder = null;
      return this;
    }

    /** Where the layer comes from: this library's jar, unless said. */
    public Builder layer(LayerSource source) {
      this.layer = source;
      return this;
    }

    /** The service's name in Datadog. */
    public Builder service(String name) {
      return with(Variable.SERVICE, name);
    }

    /** The environment, such as {@code prod}. */
    public Builder env(String name) {
      return with(Variable.ENV, name);
    }

    /** The version of the user's code. */
    public Builder version(String version) {
      return with(Variable.VERSION, version);
    }

    /** Any switch of {@link Variable}, such as tracing or the capture of payloads. */
    public Builder with(Variable variable, boolean on) {
      return variable(variable.key(), Boolean.toString(on));
    }

    /** Any variable of {@link Variable} that takes a text. */
    public Builder with(Variable variable, String text) {
      return variable(variable.key(), text);
    }

    /** The Datadog site, such as {@code datadoghq.eu}. */
    public Builder site(String name) {
      return with(Variable.SITE, name);
    }

    /** How much the library says of itself, such as {@code debug}. */
    public Builder logLevel(String level) {
      return with(Variable.LOG_LEVEL, level);
    }

    /**
     * The source of the functions, as the tags {@code git.commit.sha} and {@code
     * git.repository_url}. Each commit then changes each function.
     *
     * @param sha the commit
     * @param url the repository's URL; a user and a password in it are left out
     */
    public Builder git(String sha, String url) {
      this.settings = GitTags.of(sha, url).on(settings);
      return this;
    }

    /** Any environment variable. */
    public Builder variable(String name, String value) {
      this.settings = settings.withVariable(name, Tokens.text(value));
      return this;
    }

    /** Tags of everything the functions send, merged into those they have. */
    public Builder tags(Map<String, String> tags) {
      tags.forEach((key, value) -> this.settings = settings.withTag(key, Tokens.text(value)));
      return this;
    }

    /** How the wrapper comes to run: by a redirected handler, unless said. */
    public Builder activation(Activation activation) {
      this.settings = settings.withActivation(activation);
      return this;
    }

    /** Whether these properties win over what a function has; otherwise the function wins. */
    public Builder overwrite(boolean overwrite) {
      this.settings = settings.withPrecedence(overwrite ? Precedence.OVERWRITE : Precedence.KEEP);
      return this;
    }

    /** Whether X-Ray traces the functions too. */
    public Builder xray(boolean active) {
      this.settings = settings.withXrayActive(active);
      return this;
    }

    /** What happens to log groups, for example {@code LogGroupWish::existingOnly}. */
    public Builder logGroup(UnaryOperator<LogGroupWish> wish) {
      this.settings = settings.withLogGroup(wish.apply(settings.logGroup()));
      return this;
    }

    /** The value. */
    public InstrumentationProps build() {
      return new InstrumentationProps(this);
    }
  }
}
