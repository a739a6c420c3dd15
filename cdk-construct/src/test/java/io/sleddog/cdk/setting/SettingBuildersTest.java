package io.sleddog.cdk.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SettingBuildersTest {
  private static final LogProcessing LOGS =
      LogProcessing.builder()
          .forward(false)
          .tags(new TreeMap<>(Map.of("team", "a", "env", "prod")))
          .source("java")
          .multilinePattern("^\\d{4}")
          .redactIp(true)
          .redactEmail(true)
          .scrub("secret=\\S+", "secret=[R]")
          .excludeAtMatch("DEBUG")
          .includeAtMatch("ERROR")
          .build();

  private static final TagEnrichment TAGS =
      TagEnrichment.builder()
          .fetchLogGroupTags(true)
          .fetchBucketTags(true)
          .fetchStateMachineTags(true)
          .enrichLogGroupTags(false)
          .enrichBucketTags(false)
          .cacheSeconds(60)
          .build();

  private static final Delivery DELIVERY =
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
          .toDatadog(false)
          .stepFunctionTraces(true)
          .logLevel("DEBUG")
          .enhancedMetrics(true)
          .traces(true)
          .build();

  @Test
  void builders_together_reachEachSettingButTheSite() {
    Set<ForwarderSetting> reached = new HashSet<>();
    reached.addAll(LOGS.settings().keySet());
    reached.addAll(TAGS.settings().keySet());
    reached.addAll(DELIVERY.settings().keySet());
    reached.add(ForwarderSetting.SITE);

    assertThat(reached).containsExactlyInAnyOrder(ForwarderSetting.values());
  }

  @Test
  void values_asBuilt_meetTheirRules() {
    assertThat(SettingProblems.of(LOGS.settings(), text -> false)).isEmpty();
    assertThat(SettingProblems.of(TAGS.settings(), text -> false)).isEmpty();
    assertThat(SettingProblems.of(DELIVERY.settings(), text -> false)).isEmpty();
  }

  @Test
  void tags_ofAMap_areJoined() {
    assertThat(LOGS.settings()).containsEntry(ForwarderSetting.TAGS, "env:prod,team:a");
  }

  @Test
  void tagEnrichment_unlessSaid_fetchesTagsOfFunctions() {
    assertThat(TagEnrichment.builder().build().settings())
        .containsExactly(Map.entry(ForwarderSetting.FETCH_LAMBDA_TAGS, "true"));
  }

  @Test
  void value_onceBuilt_doesNotFollowItsBuilder() {
    Delivery.Builder builder = Delivery.builder().maxWorkers(4);
    Delivery built = builder.build();
    builder.maxWorkers(8);

    assertThat(built.settings()).containsEntry(ForwarderSetting.MAX_WORKERS, "4");
  }
}
