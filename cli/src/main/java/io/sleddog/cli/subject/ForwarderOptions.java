package io.sleddog.cli.subject;

import io.sleddog.cli.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The option that names the forwarder, the same in all commands. */
public final class ForwarderOptions {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:arn:[^:]+:lambda:[^:]+:\\d{12}:function:)?[A-Za-z0-9_-]+(?::[$A-Za-z0-9_-]+)?");

  @Option(
      names = "--forwarder",
      order = 10,
      paramLabel = "ARN",
      split = ",",
      description =
          "The forwarder: its ARN, or its name to have it looked up in each region; may be"
              + " repeated, one ARN a region.")
  private List<String> forwarders = new ArrayList<>();

  /** Adds one as if the option was given. */
  public void add(String forwarder) {
    forwarders.add(forwarder);
  }

  /**
   * What the user said.
   *
   * @throws Problem if something of it is neither a name nor an ARN of a function
   */
  public List<String> all() {
    for (String it : forwarders) {
      if (!FORM.matcher(it).matches()) {
        throw Problem.usage(
            "forwarder-name",
            "\"" + it + "\" in --forwarder is no name and no ARN of a Lambda function",
            "Give the ARN that the forwarder's stack has among its outputs, or its name");
      }
    }
    return List.copyOf(forwarders);
  }

  /**
   * The forwarder, where there can be only one.
   *
   * @throws Problem if there are several
   */
  public Optional<String> one() {
    List<String> all = all();
    if (all.size() > 1) {
      throw Problem.usage(
          "one-forwarder", "Only one forwarder can be looked at here", "Name one of them");
    }
    return all.stream().findFirst();
  }

  /** Whether an ARN is that of a forwarder that is named; all are, if none is named. */
  public boolean isMeant(String destination) {
    return forwarders.isEmpty() || all().stream().anyMatch(it -> isNamed(destination, it));
  }

  /** Whether the ARN is the forwarder's, which is given by its ARN or its whole name. */
  public static boolean isNamed(String destination, String forwarder) {
    String named = forwarder.startsWith("arn:") ? forwarder : ":function:" + forwarder;
    return destination.endsWith(named) || destination.contains(named + ":");
  }
}
