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

  /**
   * Does what a first request to an address needs and can be done before it, such as resolving the
   * name and a first handshake; asks nothing of the server.
   *
   * @throws IOException if the server cannot be reached
   */
  default void prepare(String url, Deadline deadline) throws IOException {}
}
