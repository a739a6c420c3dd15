package io.sleddog.local.model;

/** The account and the region that every local function lives in. */
public final class Account {
  /** The account's number; AWS uses this one in its examples. */
  public static final String ID = "123456789012";

  /** The region. */
  public static final String REGION = "us-east-1";

  private Account() {}
}
