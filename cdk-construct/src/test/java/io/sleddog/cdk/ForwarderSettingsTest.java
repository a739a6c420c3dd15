package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sleddog.cdk.setting.Delivery;
import io.sleddog.cdk.setting.ForwarderSetting;
import io.sleddog.cdk.setting.LogProcessing;
import io.sleddog.cdk.setting.TagEnrichment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.Aws;

/** Option by option: each typed setting of a forwarder reaches its variable in the template. */
@NeedsNode
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwarderSettingsTest {
  private static final LogProcessing LOGS =
      LogProcessing.builder()
          .forward(false)
          .tags(Map.of("team", "a"))
          .source("shop")
          .multilinePattern("^\\d{4}")
          .redactIp(true)
          .redactEmail(true)
          .scrub("secret=\\S+", "[R]")
          .excludeAtMatch("DEBUG")
          .includeAtMatch("ERROR")
          .build();
  private static final TagEnrichment TAGS =
      TagEnrichment.builder()
          .fetchFunctionTags(false)
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
          .toDatadog(true)
          .stepFunctionTraces(true)
          .logLevel("DEBUG")
          .enhancedMetrics(true)
          .traces(true)
          .build();

  private final Map<ForwarderSetting, String> given = new EnumMap<>(ForwarderSetting.class);
  private JsonNode all = new ObjectMapper().createObjectNode();
  private JsonNode none = all;

  @BeforeAll
  void synthesise() {
    given.put(ForwarderSetting.SITE, "us5.datadoghq.com");
    given.putAll(LOGS.settings());
    given.putAll(TAGS.settings());
    given.putAll(DELIVERY.settings());
    Synth synth = Synth.anywhere();
    synth.forwarder(
        Synth.props().site("us5.datadoghq.com").logs(LOGS).tags(TAGS).delivery(DELIVERY));
    all = variables(synth);
    Synth plain = Synth.anywhere();
    plain.forwarder();
    none = variables(plain);
  }

  @ParameterizedTest
  @EnumSource(ForwarderSetting.class)
  void setting_asGiven_isItsVariable(ForwarderSetting setting) {
    assertThat(all.path(setting.variable()).asText()).isEqualTo(given.get(setting));
  }

  @ParameterizedTest
  @EnumSource(ForwarderSetting.class)
  void setting_notGiven_isLeftToTheForwarder(ForwarderSetting setting) {
    boolean isAlwaysSaid =
        Set.of(ForwarderSetting.SITE, ForwarderSetting.FETCH_LAMBDA_TAGS).contains(setting);

    assertThat(none.has(setting.variable())).isEqualTo(isAlwaysSaid);
  }

  @Test
  void tags_fetched_areGrantedAndNoOthers() {
    Synth synth = Synth.anywhere();
    synth.forwarder(Synth.props().tags(TAGS));
    Synth without = Synth.anywhere();
    without.forwarder(Synth.props().tags(TagEnrichment.builder().fetchFunctionTags(false).build()));

    assertThat(synth.statements().toString())
        .contains("tag:GetResources", "logs:ListTagsForResource");
    assertThat(without.statements().toString())
        .doesNotContain("tag:GetResources", "logs:ListTagsForResource");
  }

  @Test
  void site_knownLate_isPassedOn() {
    Synth synth = Synth.anywhere();
    synth.forwarder(Synth.props().site(Aws.STACK_NAME));

    assertThat(variables(synth).at("/DD_SITE/Ref").asText()).isEqualTo("AWS::StackName");
  }

  private static JsonNode variables(Synth synth) {
    return synth.only("AWS::Lambda::Function").at("/Environment/Variables");
  }
}
