package io.sleddog.cli.screen;

/** What a colour is to say. */
public enum Tone {
  /** As it should be, or added. */
  GOOD("32"),
  /** Wrong, or removed. */
  BAD("31"),
  /** To be looked at, or changed. */
  WARN("33"),
  /** Of less weight than what is around it. */
  FAINT("2"),
  /** Of more weight than what is around it. */
  STRONG("1"),
  /** Like any other text. */
  PLAIN("");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
