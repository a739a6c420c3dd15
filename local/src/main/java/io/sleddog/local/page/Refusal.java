package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;

/** A request that is not answered as asked: what is wrong and what to do about it. */
public final class Refusal extends RuntimeException {
  private final int status;
  private final String remedy;

  /**
   * A refusal.
   *
   * @param status the HTTP status
   * @param what what is wrong
   * @param remedy what to do about it
   */
  public Refusal(int status, String what, String remedy) {
    super(what);
    this.status = status;
    this.remedy = remedy;
  }

  static Refusal notKept(String what) {
    return new Refusal(
        404, what + " is not here", "It was never there, or had to make room for newer ones.");
  }

  int status() {
    return status;
  }

  ObjectNode json() {
    return Json.object().put("error", getMessage()).put("remedy", remedy);
  }
}
