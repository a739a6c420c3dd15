package io.sleddog.lambda.context;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.tag.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingRulesTest {
  @ParameterizedTest
  @CsvSource({
    "*,anything,true",
    "*,'',true",
    "'','',true",
    "'',a,false",
    "shop,shop,true",
    "Shop,sHOP,true",
    "shop,shops,false",
    "shop*,shops,true",
    "*shop,my-shop,true",
    "*o*o*,foo,true",
    "*o*o*,fo,false",
    "s?op,shop,true",
    "s?op,sop,false",
    "?,'',false",
    "a*b*c,a-b-b-c,true",
    "a*b*c,a-c-b,false",
    "a.c,abc,false",
  })
  void matches_pattern_takesStarsAndQuestionMarksOnly(String glob, String text, boolean expected) {
    assertThat(SamplingRules.matches(glob, text)).isEqualTo(expected);
  }

  @Test
  @Timeout(10)
  void matches_manyStars_takesNoLongerThanLengthTimesLength() {
    assertThat(SamplingRules.matches("*a".repeat(5000) + "b", "a".repeat(20_000))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "shop,aws.lambda,orders,0.1",
    "shop,web,orders,0.2",
    "mill,web,orders,-1",
    "mill,web,health,0",
  })
  void rate_ofTheFirstRuleThatFits_counts(
      String service, String name, String resource, double expected) {
    SamplingRules rules =
        requireNonNull(
            SamplingRules.tryParse(
                "[{\"service\":\"shop\",\"name\":\"aws.*\",\"sample_rate\":0.1},"
                    + "{\"service\":\"shop\",\"sample_rate\":\"0.2\"},"
                    + "{\"resource\":\"health\",\"tags\":{\"a\":\"b?\"},\"sample_rate\":0}]"));
    Tags tags = new Tags(2);
    tags.put("a", "bc");
    assertThat(rules.rate(service, name, resource, tags)).isEqualTo(expected);
    assertThat(rules.rate("mill", "web", "health", new Tags(1))).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "no json", "[1]", "[{\"sample_rate\":2}]", "[{\"sample_rate\":-1}]"})
  void tryParse_noRules_isNull(String text) {
    assertThat(SamplingRules.tryParse(text)).isNull();
  }

  @Test
  void sampler_moreThanTheLimitInASecond_dropsTheRestUntilTheNext() {
    Sampler sampler = new Sampler(null, 1, 2);
    int kept = 0;
    for (int i = 0; i < 10; i++) {
      TraceContext begun = TraceContext.begin(100, 1, sampler.rate("s", "n", "r", new Tags(1)));
      kept += sampler.limit(begun, 100).priority() > 0 ? 1 : 0;
    }
    assertThat(kept).isEqualTo(2);
    assertThat(sampler.limit(TraceContext.begin(101, 1, 1), 101).priority()).isEqualTo(2);
    assertThat(sampler.limit(TraceContext.begin(101, 1, 0), 101).priority()).isEqualTo(-1);
  }
}
