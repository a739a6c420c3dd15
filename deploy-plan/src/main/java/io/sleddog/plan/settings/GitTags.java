package io.sleddog.plan.settings;

import io.sleddog.plan.model.Text;
import java.util.regex.Pattern;

/**
 * The tags that link a function to its source.
 *
 * @param sha the commit; empty if there is none
 * @param repository the repository's URL without scheme, user, port and query; empty if none
 */
public record GitTags(String sha, String repository) {
  private static final Pattern SCHEME_AND_USER = Pattern.compile("^(\\w+://)?([^@/]*@)?");
  private static final Pattern PORT = Pattern.compile("^([^/:]+):\\d+/");
  private static final Pattern SHORT_FORM = Pattern.compile("^([^/:]+):");
  private static final Pattern QUERY = Pattern.compile("[?#].*$");

  /** No link. */
  public static GitTags none() {
    return new GitTags("", "");
  }

  /** Reads {@code sha,url}; the URL may be missing. */
  public static GitTags parse(String data) {
    int comma = data.indexOf(',');
    return comma < 0 ? of(data, "") : of(data.substring(0, comma), data.substring(comma + 1));
  }

  /**
   * The link to a commit.
   *
   * @param sha the commit
   * @param url the repository's URL in any form; a user and a password in it are left out
   */
  public static GitTags of(String sha, String url) {
    return new GitTags(sha.strip(), clean(url.strip()));
  }

  /** The settings with these tags. */
  public Settings on(Settings settings) {
    Settings tagged = sha.isEmpty() ? settings : settings.withTag("git.commit.sha", Text.of(sha));
    return repository.isEmpty()
        ? tagged
        : tagged.withTag("git.repository_url", Text.of(repository));
  }

  private static String clean(String url) {
    String clean = SCHEME_AND_USER.matcher(url).replaceFirst("");
    clean = QUERY.matcher(clean).replaceFirst("");
    clean = PORT.matcher(clean).replaceFirst("$1/");
    return SHORT_FORM.matcher(clean).replaceFirst("$1/");
  }
}
