package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.json.ByteWriter;
import java.io.IOException;

/** Posts one body to an intake, once. */
public interface IntakeClient {

  /**
   * Posts a body and waits for the answer.
   *
   * @param endpoint where and with which headers
   * @param body compressed as the endpoint says
   * @param deadline when to give up
   * @return the HTTP status
   * @throws IOException if there was no answer
   */
  int post(Endpoint endpoint, ByteWriter body, Deadline deadline) throws IOException;
}
