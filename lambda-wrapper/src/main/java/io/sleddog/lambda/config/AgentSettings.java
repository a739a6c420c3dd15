package io.sleddog.lambda.config;

import io.sleddog.lambda.tag.Tags;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Datadog's Agent listens, and what a process beside it says of itself. Read only where there
 * is an Agent, never in a function that writes lines.
 */
public final class AgentSettings {
  private static final int STATSD_PORT = 8125;
  private static final int TRACE_PORT = 8126;

  private final String host;
  private final int statsdPort;
  private final String traceHost;
  private final int tracePort;
  private final @Nullable String hostName;
  private final List<String> pointTags;

  /** Reads the addresses, and the tags that every point of the process has. */
  public AgentSettings(Environment environment, Settings settings) {
    host = environment.text("DD_AGENT_HOST", "localhost");
    statsdPort = environment.port("DD_DOGSTATSD_PORT", STATSD_PORT);
    int port = environment.port("DD_TRACE_AGENT_PORT", TRACE_PORT);
    URI url = environment.httpAddress("DD_TRACE_AGENT_URL");
    traceHost = url == null ? host : url.getHost();
    tracePort = url == null ? port : url.getPort() < 0 ? TRACE_PORT : url.getPort();
    hostName = hostName(environment);
    pointTags = pointTags(settings);
  }

  /** The user's name of the host, or a dyno's place in its application, which outlives the dyno. */
  private static @Nullable String hostName(Environment environment) {
    String application = environment.text("HEROKU_APP_NAME");
    String dyno = environment.text("DYNO");
    if (environment.flag("DD_DYNO_HOST", false) && application != null && dyno != null) {
      return hostLabel(application, false) + "." + hostLabel(dyno, true);
    }
    return environment.text("DD_HOSTNAME");
  }

  private static String hostLabel(String text, boolean dots) {
    StringBuilder label = new StringBuilder(text);
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      boolean kept = Character.isLetterOrDigit(c) && c < 0x80;
      if (!kept && !(dots && c == '.')) {
        label.setCharAt(i, '-');
      }
    }
    return label.toString();
  }

  private static List<String> pointTags(Settings settings) {
    List<String> tags = new ArrayList<>(4);
    Tags common = settings.spanTags();
    for (int i = 0; i < common.size(); i++) {
      tags.add(common.key(i) + ":" + common.value(i));
    }
    add(tags, "service:", settings.service());
    add(tags, "version:", settings.version());
    return tags;
  }

  private static void add(List<String> tags, String name, @Nullable String value) {
    if (value != null) {
      tags.add(name + value);
    }
  }

  /** The host that takes metrics ({@code DD_AGENT_HOST}). */
  public String host() {
    return host;
  }

  /** The UDP port that takes metrics ({@code DD_DOGSTATSD_PORT}). */
  public int statsdPort() {
    return statsdPort;
  }

  /** The host that takes traces. */
  public String traceHost() {
    return traceHost;
  }

  /** The HTTP port that takes traces ({@code DD_TRACE_AGENT_PORT}). */
  public int tracePort() {
    return tracePort;
  }

  /** What this host is called ({@code DD_HOSTNAME}); null leaves it to the Agent. */
  public @Nullable String hostName() {
    return hostName;
  }

  /** The tags of every point: {@code DD_TAGS}, environment, service and version. */
  public List<String> pointTags() {
    return pointTags;
  }
}
