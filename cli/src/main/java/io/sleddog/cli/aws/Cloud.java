package io.sleddog.cli.aws;

import java.util.Map;
import java.util.Optional;

/** AWS as one account's credentials see it. */
public interface Cloud {
  /** A service in a region. */
  Service service(ServiceName name, String region);

  /** The environment in which another process acts in the same name in a region. */
  Map<String, String> variables(String region);

  /** The region of the environment or the profile, if there is one. */
  Optional<String> region();
}
