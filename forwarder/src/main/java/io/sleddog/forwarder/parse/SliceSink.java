package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.model.Slice;
import java.io.IOException;

/** Takes parts of a text; their bytes are valid during the call only. */
@FunctionalInterface
interface SliceSink {
  void accept(Slice part) throws IOException;
}
