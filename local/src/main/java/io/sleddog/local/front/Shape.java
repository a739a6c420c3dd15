package io.sleddog.local.front;

import io.sleddog.local.model.Account;

/** What the functions take the server for. */
public enum Shape {
  /** An API Gateway HTTP API. */
  HTTP_API("a1b2c3d4e5", ".execute-api." + Account.REGION + ".amazonaws.com", 500),
  /** An API Gateway REST API, for the routes that are of one. */
  REST_API("r4est5api6", ".execute-api." + Account.REGION + ".amazonaws.com", 502),
  /** The function's own URL. */
  FUNCTION_URL(
      "abcdefghijklmnopqrstuvwxyz012345", ".lambda-url." + Account.REGION + ".on.aws", 502);

  private final String id;
  private final String domain;
  private final int failure;

  Shape(String id, String domain, int failure) {
    this.id = id;
    this.domain = domain;
    this.failure = failure;
  }

  String id() {
    return id;
  }

  String domainName() {
    return id + domain;
  }

  /** The status for a function that failed. */
  int failure() {
    return failure;
  }
}
