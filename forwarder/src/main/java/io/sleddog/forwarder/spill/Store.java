package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps documents until they are removed. */
interface Store {

  /** The most bytes of a document. */
  int mostBytes();

  /** Keeps a document under a name that no other one has. */
  void put(String name, byte[] document, Deadline deadline) throws IOException;

  /**
   * Keeps a document where no cursor comes by, for people to look at.
   *
   * @return false if there is no such place
   */
  boolean quarantine(String name, byte[] document, Deadline deadline) throws IOException;

  /**
   * Goes through all documents of this function.
   *
   * @param vendorName the name under which Datadog's own forwarder kept its documents here
   */
  Cursor open(String vendorName);

  /** Puts another document in the place of one; there is no moment at which neither is there. */
  void replace(Entry entry, byte[] document, Deadline deadline) throws IOException;

  /** Forgets a document. */
  void remove(Entry entry, Deadline deadline) throws IOException;

  /** A way through the documents, one at a time. */
  interface Cursor {

    /** The next document; null behind the last one. */
    @Nullable Entry next(Deadline deadline) throws IOException;
  }

  /**
   * A document that was found.
   *
   * @param name under which it was put
   * @param handle by which the store finds it again
   * @param document its content
   */
  record Entry(String name, String handle, Slice document) {}
}
