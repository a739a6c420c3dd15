package io.sleddog.cli.aws;

import java.util.Optional;

/** Opens AWS for a profile. */
@FunctionalInterface
public interface Clouds {
  /**
   * AWS with the credentials of a profile.
   *
   * @param profile the profile's name; without one, the usual chain of credentials decides
   */
  Cloud of(Optional<String> profile);
}
