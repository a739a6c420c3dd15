package io.sleddog.cli.logs;

import io.sleddog.plan.settings.LogGroupWish;
import java.util.Locale;

/** Who seems to have put a subscription filter. */
enum FilterOwner {
  /** This program, the construct or the macro. */
  SLEDDOG("sleddog"),
  /** Datadog's own tools. */
  DATADOG("datadog"),
  /** A stack of CloudFormation, which generates such names. */
  STACK("a stack"),
  /** Nobody known. */
  OTHER("other");

  private final String word;

  FilterOwner(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static FilterOwner guess(String name, String destination) {
    if (name.equals(LogGroupWish.FILTER_NAME)) {
      return SLEDDOG;
    }
    String both = (name + " " + destination).toLowerCase(Locale.ROOT);
    if (both.contains("datadog") || name.startsWith("DD_LOG_")) {
      return DATADOG;
    }
    return name.matches(".+-[A-Za-z0-9]{12,13}") ? STACK : OTHER;
  }
}
