package io.sleddog.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SleddogIdGeneratorTest {
  private static final int MANY = 10_000;

  private final SleddogIdGenerator generator = new SleddogIdGenerator();

  @Test
  void spanIds_many_areValidOf63BitsAndNeverTheSame() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      String id = generator.generateSpanId();
      assertThat(SpanId.isValid(id)).as(id).isTrue();
      assertThat(Long.parseUnsignedLong(id, 16)).isPositive();
      ids.add(id);
    }
    assertThat(ids).hasSize(MANY);
  }

  @Test
  void traceIds_outsideAnInvocation_areValidAndTheirLowerHalfHas63Bits() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      String id = generator.generateTraceId();
      assertThat(TraceId.isValid(id)).as(id).isTrue();
      assertThat(Long.parseUnsignedLong(id.substring(16), 16)).isPositive();
      ids.add(id);
    }
    assertThat(ids).hasSize(MANY);
  }

  @Test
  void twoGenerators_ofOneProcess_makeOtherIds() {
    assertThat(new SleddogIdGenerator().generateSpanId()).isNotEqualTo(generator.generateSpanId());
  }
}
