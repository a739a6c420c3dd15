package io.sleddog.lambda.redirect;

/** Carries what the user's constructor threw to where it is thrown again. */
final class ConstructorThrew extends Exception {
  private static final long serialVersionUID = 1;

  private final Throwable users;

  ConstructorThrew(Throwable users) {
    super(null, null, false, false);
    this.users = users;
  }

  Throwable users() {
    return users;
  }
}
