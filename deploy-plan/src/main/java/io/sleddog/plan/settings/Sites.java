package io.sleddog.plan.settings;

import java.util.List;

/** Datadog's sites: each is an installation of its own, with keys of its own. */
public final class Sites {
  /** The one that is meant if none is named. */
  public static final String FIRST = "datadoghq.com";

  /** All of them, in the order in which Datadog names them. */
  public static final List<String> ALL =
      List.of(
          FIRST,
          "datadoghq.eu",
          "us3.datadoghq.com",
          "us5.datadoghq.com",
          "ap1.datadoghq.com",
          "ap2.datadoghq.com",
          "uk1.datadoghq.com",
          "ddog-gov.com",
          "us2.ddog-gov.com");

  private Sites() {}
}
