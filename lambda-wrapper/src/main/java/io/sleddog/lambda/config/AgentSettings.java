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
  private static final String DATAGRAMS_ONLY =
      "host and port by themselves, since Java has UDP but no Unix datagrams: udp://host:port";
  private static final String HTTP_ONLY =
      "host and port by themselves, since only http://host:port and unix:///path are spoken";

  private static final int STATSD_PORT = 8125;
  private static final int TRACE_PORT = 8126;

  private final String statsdHost;
  private final int statsdPort;
  private final @Nullable String traceSocket;
  private final String traceHost;
  private final int tracePort;
  private final @Nullable String hostName;
  private final List<String> pointTags;

  /** Reads the addresses, and the tags that every point of the process has. */
  public AgentSettings(Environment environment, Settings settings) {
    String host = environment.text("DD_AGENT_HOST", "localhost");
    int port = environment.port("DD_DOGSTATSD_PORT", STATSD_PORT);
    URI statsd = environment.address("DD_DOGSTATSD_URL", DATAGRAMS_ONLY, "udp");
    statsdHost = host(statsd, host);
    statsdPort = port(statsd, port, STATSD_PORT);
    port = environment.port("DD_TRACE_AGENT_PORT", TRACE_PORT);
    URI traces = environment.address("DD_TRACE_AGENT_URL", HTTP_ONLY, "http", "unix");
    traceSocket = traces == null || traces.getHost() != null ? null : traces.getPath();
    traceHost = host(traces, host);
    tracePort = port(traces, port, TRACE_PORT);
    hostName = hostName(environment);
    pointTags = pointTags(settings);
  }

  private static String host(@Nullable URI address, String whenAbsent) {
    String host = address == null ? null : address.getHost();
    return host == null ? whenAbsent : host;
  }

  private static int port(@Nullable URI address, int whenAbsent, int usual) {
    if (address == null) {
      return whenAbsent;
    }
    return address.getPort() < 0 ? usual : address.getPort();
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

  /** The host that takes metrics ({@code DD_AGENT_HOST}, {@code DD_DOGSTATSD_URL}). */
  public String statsdHost() {
    return statsdHost;
  }

  /** The UDP port that takes metrics ({@code DD_DOGSTATSD_PORT}). */
  public int statsdPort() {
    return statsdPort;
  }

  /** The Unix socket that takes traces; null for host and port. */
  public @Nullable String traceSocket() {
    return traceSocket;
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
