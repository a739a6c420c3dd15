package io.sleddog.forwarder.http;

import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;

/** Sends one request, once, and reads the head of its answer. */
public interface HttpTransport {

  /**
   * Sends a request.
   *
   * @param deadline when to give up
   * @return the answer, whatever its status; to be closed
   * @throws IOException if there was no answer
   */
  HttpAnswer send(HttpRequest request, Deadline deadline) throws IOException;
}
