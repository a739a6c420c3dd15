package io.sleddog.cdk.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingBuildersTest {
  @Test
  void builders_together_reachEachSettingButTheSite() {
    Set<ForwarderSetting> reached = new HashSet<>();
    reached.addAll(EverySetting.LOGS.settings().keySet());
    reached.addAll(EverySetting.TAGS.settings().keySet());
    reached.addAll(EverySetting.DELIVERY.settings().keySet());
    reached.add(ForwarderSetting.SITE);

    assertThat(reached).containsExactlyInAnyOrder(ForwarderSetting.values());
  }

  @Test
  void values_asBuilt_meetTheirRules() {
    assertThat(SettingProblems.of(EverySetting.LOGS.settings(), text -> false)).isEmpty();
    assertThat(SettingProblems.of(EverySetting.TAGS.settings(), text -> false)).isEmpty();
    assertThat(SettingProblems.of(EverySetting.DELIVERY.settings(), text -> false)).isEmpty();
  }

  @Test
  void tags_ofAMap_areJoined() {
    assertThat(EverySetting.LOGS.settings())
        .containsEntry(ForwarderSetting.TAGS, "env:prod,team:a");
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
