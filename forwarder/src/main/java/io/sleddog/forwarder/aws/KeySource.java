package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;

/** Where an API key is kept. */
@FunctionalInterface
public interface KeySource {

  /** Reads the key as it is now. */
  Secret read(Deadline deadline) throws IOException;
}
