package io.sleddog.cli.command;

import io.sleddog.cli.problem.Problem;
import io.sleddog.plan.settings.Sites;

/** The name of a Datadog site as the user gives it. */
public final class Site {
  private Site() {}

  /**
   * The name, if it is one: a wrong one is a host that is not there, and all data is lost.
   *
   * @param where what said it, such as {@code --site}
   * @param otherwise how to name a site that this program does not know
   * @throws Problem if Datadog has no such site
   */
  public static String checked(String name, String where, String otherwise) {
    if (Sites.ALL.contains(name)) {
      return name;
    }
    throw Problem.usage(
        "site",
        "\"" + name + "\" in " + where + " is none of Datadog's sites",
        "Give one of " + String.join(", ", Sites.ALL) + "; " + otherwise);
  }
}
