package io.sleddog.lambda.context;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final long SOME_ID = 77;

  @Test
  void begin_nobodySaidARate_keepsByDefaultAndTellsNoRate() {
    TraceContext begun = TraceContext.begin(1, SOME_ID, -1);
    assertThat(begun.priority()).isEqualTo(1);
    assertThat(begun.baggage().tags()).isEqualTo("_dd.p.dm=-0");
    assertThat(begun.rates()).isNull();
  }

  @Test
  void begin_byRule_tellsItsRateAndWhoKept() {
    TraceContext kept = TraceContext.begin(1, SOME_ID, 1);
    assertThat(kept.priority()).isEqualTo(2);
    assertThat(kept.baggage().tags()).isEqualTo("_dd.p.dm=-3");
    assertThat(rates(kept)).containsExactly("_dd.rule_psr=1.0");
  }

  @Test
  void begin_ruleDrops_tellsItsRateAndNobodyWhoKept() {
    TraceContext dropped = TraceContext.begin(1, SOME_ID, 0);
    assertThat(dropped.priority()).isEqualTo(-1);
    assertThat(dropped.baggage().tags()).isNull();
    assertThat(rates(dropped)).containsExactly("_dd.rule_psr=0.0");
  }

  @Test
  void beginByAgent_tellsItsRate() {
    TraceContext kept = TraceContext.beginByAgent(1, SOME_ID, 1);
    assertThat(kept.priority()).isEqualTo(1);
    assertThat(kept.baggage().tags()).isEqualTo("_dd.p.dm=-1");
    assertThat(rates(kept)).containsExactly("_dd.agent_psr=1.0");
    TraceContext dropped = TraceContext.beginByAgent(1, SOME_ID, 0);
    assertThat(dropped.priority()).isZero();
    assertThat(dropped.baggage().tags()).isNull();
    assertThat(rates(dropped)).containsExactly("_dd.agent_psr=0.0");
  }

  @Test
  void with_whatever_keepsTheRates() {
    TraceContext begun = TraceContext.begin(1, SOME_ID, 1);
    assertThat(rates(begun.withParent(3).withTraceId(0, 4).withBaggage(Baggage.NONE)))
        .containsExactly("_dd.rule_psr=1.0");
  }

  @Test
  void limit_manyInASecond_keepsAsManyAsAllowedAndTellsHowManyThatIs() {
    Sampler sampler = new Sampler(null, 1, 2);
    List<String> told = new ArrayList<>();
    for (long second : new long[] {10, 10, 10, 10, 11, 20}) {
      TraceContext limited = sampler.limit(TraceContext.begin(second, SOME_ID, 1), second);
      told.add(second + " " + limited.priority() + " " + rates(limited));
    }
    assertThat(told)
        .containsExactly(
            "10 2 [_dd.rule_psr=1.0, _dd.limit_psr=1.0]",
            "10 2 [_dd.rule_psr=1.0, _dd.limit_psr=1.0]",
            "10 -1 [_dd.rule_psr=1.0, _dd.limit_psr=" + (1 + 2.0 / 3) / 2 + "]",
            "10 -1 [_dd.rule_psr=1.0, _dd.limit_psr=0.75]",
            "11 2 [_dd.rule_psr=1.0, _dd.limit_psr=0.75]",
            "20 2 [_dd.rule_psr=1.0, _dd.limit_psr=1.0]");
  }

  @Test
  void limit_traceThatNoRuleKept_isNotCounted() {
    Sampler sampler = new Sampler(null, -1, 0);
    TraceContext byDefault = TraceContext.begin(1, SOME_ID, -1);
    assertThat(sampler.limit(byDefault, 1)).isSameAs(byDefault);
    TraceContext dropped = TraceContext.begin(1, SOME_ID, 0);
    assertThat(sampler.limit(dropped, 1)).isSameAs(dropped);
  }

  @Test
  void limit_none_keepsNothing() {
    TraceContext limited = new Sampler(null, 1, 0).limit(TraceContext.begin(1, SOME_ID, 1), 1);
    assertThat(limited.priority()).isEqualTo(-1);
    assertThat(limited.baggage().tags()).isNull();
  }

  private static List<String> rates(TraceContext context) {
    Tags rates = requireNonNull(context.rates());
    List<String> told = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      told.add(rates.key(i) + "=" + rates.value(i));
    }
    return told;
  }
}
