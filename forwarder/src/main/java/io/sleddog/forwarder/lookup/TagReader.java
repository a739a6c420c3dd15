package io.sleddog.forwarder.lookup;

import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Tags;
import java.io.IOException;
import java.util.Map;

/** Reads tags from AWS. */
interface TagReader {

  /** The tags by ARN in lower case. */
  Map<String, Tags> read(Deadline deadline) throws IOException;
}
