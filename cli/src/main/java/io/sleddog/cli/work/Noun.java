package io.sleddog.cli.work;

/** What a batch is about. */
public enum Noun {
  /** Lambda functions. */
  FUNCTION("function", "function"),
  /** Log groups of CloudWatch Logs. */
  LOG_GROUP("log group", "logGroup");

  private final String word;
  private final String member;

  Noun(String word, String member) {
    this.word = word;
    this.member = member;
  }

  /** So many of them. */
  String count(int number) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  /** The name of a JSON member that holds one. */
  String member() {
    return member;
  }

  /** The name of a JSON member that holds many. */
  String members() {
    return member + "s";
  }
}
