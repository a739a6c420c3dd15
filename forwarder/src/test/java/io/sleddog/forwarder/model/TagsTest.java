package io.sleddog.forwarder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {

  @ParameterizedTest
  @CsvSource({
    "'service:a,service:b,service:c,x:y,service:d', 'service:a,x:y'",
    "'x:y,service:a', 'x:y,service:a'",
    "'x:service:a,service:b', 'x:service:a,service:b'",
    "'services:a,service:b,service:c', 'services:a,service:b'",
    "'', ''"
  })
  void withOne_severalOfAKey_keepsTheFirst(String tags, String kept) {
    assertThat(new Tags(tags).withOne("service").text()).isEqualTo(kept);
  }

  @Test
  void plus_pointsTags_addsOnlyWhatIsNew() {
    MetricPoint point = new MetricPoint("m", 1, 1, List.of("env:prod", "flag", "a:1"));

    assertThat(point.plus(List.of("env:dev", "flag", "team:x", "other")).tags())
        .containsExactly("env:prod", "flag", "a:1", "team:x", "other");
    assertThat(point.plus(List.of())).isSameAs(point);
  }
}
