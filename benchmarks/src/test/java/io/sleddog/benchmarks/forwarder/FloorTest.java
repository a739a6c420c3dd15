package io.sleddog.benchmarks.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloorTest {
  @ParameterizedTest
  @EnumSource(Floor.Form.class)
  void pass_payload_isCompressedAgain(Floor.Form form) throws IOException {
    byte[] packed = Payload.small().packed();

    assertThat(new Floor().pass(packed, form)).isBetween(packed.length / 3, 3 * packed.length);
  }
}
