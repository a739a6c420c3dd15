package io.sleddog.forwarder.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  private final RetryPolicy policy = new RetryPolicy(bound -> bound - 1);

  @Test
  void delayMillis_eachTry_doublesTheBound() {
    assertThat(policy.delayMillis(1, 503, -1)).isEqualTo(250);
    assertThat(policy.delayMillis(2, 503, -1)).isEqualTo(500);
    assertThat(policy.delayMillis(4, 503, -1)).isEqualTo(2000);
    assertThat(policy.delayMillis(5, 503, -1)).isEqualTo(RetryPolicy.NEVER);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 301, 400, 401, 403, 404, 413})
  void delayMillis_answerThatStays_isNever(int status) {
    assertThat(policy.delayMillis(1, status, -1)).isEqualTo(RetryPolicy.NEVER);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 408, 429, 500, 503, 599})
  void delayMillis_answerThatMayPass_isAsLongAsAskedFor(int status) {
    assertThat(policy.delayMillis(1, status, 7000)).isEqualTo(7000);
  }

  @ParameterizedTest
  @CsvSource({
    "'', -1",
    "0, 0",
    " 7 , 7000",
    "-1, -1",
    "99999999999, -1",
    "soon, -1",
    "'Wed, 21 Oct 2015 07:28:05 GMT', 5000",
    "'Wed, 21 Oct 2015 07:27:00 GMT', 0"
  })
  void millis_header_isSecondsOrADate(String header, long millis) {
    Clock clock = Clock.fixed(Instant.parse("2015-10-21T07:28:00Z"), ZoneOffset.UTC);

    assertThat(RetryAfter.millis(header, clock)).isEqualTo(millis);
  }
}
