package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sleddog.cdk.setting.EverySetting;
import io.sleddog.cdk.setting.ForwarderSetting;
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
  private final Map<ForwarderSetting, String> given = new EnumMap<>(ForwarderSetting.class);
  private JsonNode all = new ObjectMapper().createObjectNode();
  private JsonNode none = all;

  @BeforeAll
  void synthesise() {
    given.put(ForwarderSetting.SITE, "us5.datadoghq.com");
    given.putAll(EverySetting.LOGS.settings());
    given.putAll(EverySetting.TAGS.settings());
    given.putAll(EverySetting.DELIVERY.settings());
    Synth synth = Synth.anywhere();
    synth.forwarder(
        Synth.props()
            .site("us5.datadoghq.com")
            .logs(EverySetting.LOGS)
            .tags(EverySetting.TAGS)
            .delivery(EverySetting.DELIVERY));
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
    synth.forwarder(Synth.props().tags(EverySetting.TAGS));
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
