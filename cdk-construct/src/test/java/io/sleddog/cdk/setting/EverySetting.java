package io.sleddog.cdk.setting;

import java.util.Map;
import java.util.TreeMap;

/** A value of each kind in which every setting of a forwarder is given, the site apart. */
public final class EverySetting {
  public static final LogProcessing LOGS =
      LogProcessing.builder()
          .forward(false)
          .tags(new TreeMap<>(Map.of("team", "a", "env", "prod")))
          .source("shop")
          .multilinePattern("^\\d{4}")
          .redactIp(true)
          .redactEmail(true)
          .scrub("secret=\\S+", "[R]")
          .excludeAtMatch("DEBUG")
          .includeAtMatch("ERROR")
          .build();

  public static final TagEnrichment TAGS =
      TagEnrichment.builder()
          .fetchFunctionTags(false)
          .fetchLogGroupTags(true)
          .fetchBucketTags(true)
          .fetchStateMachineTags(true)
          .enrichLogGroupTags(false)
          .enrichBucketTags(false)
          .cacheSeconds(60)
          .build();

  public static final Delivery DELIVERY =
      Delivery.builder()
          .logsHost("logs.internal")
          .logsPort(8443)
          .apiUrl("https://api.internal")
          .traceUrl("https://trace.internal")
          .noSsl(true)
          .skipSslValidation(true)
          .compress(false)
          .compressionKind("zstd")
          .compressionLevel(1)
          .maxWorkers(4)
          .proxy("http://proxy:3128")
          .noProxy("169.254.169.254")
          .collectorUrl("http://collector:4318")
          .collectorProtocol("http/json")
          .toDatadog(true)
          .stepFunctionTraces(true)
          .logLevel("DEBUG")
          .enhancedMetrics(true)
          .traces(true)
          .build();

  private EverySetting() {}
}
