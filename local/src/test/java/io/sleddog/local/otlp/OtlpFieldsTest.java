package io.sleddog.local.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table held against the protocol's own description. */
class OtlpFieldsTest {
  private final OtlpFields fields = OtlpFields.read();
  private final Set<String> seen = new HashSet<>();

  @ParameterizedTest
  @EnumSource
  void table_everyFieldItHas_agreesWithTheProtocol(OtlpSignal signal) {
    compare(signal.message(), root(signal));

    assertThat(seen).hasSizeGreaterThan(20);
  }

  private static Descriptor root(OtlpSignal signal) {
    return switch (signal) {
      case TRACES -> ExportTraceServiceRequest.getDescriptor();
      case METRICS -> ExportMetricsServiceRequest.getDescriptor();
      case LOGS -> ExportLogsServiceRequest.getDescriptor();
    };
  }

  private void compare(String message, Descriptor descriptor) {
    for (FieldDescriptor theirs : descriptor.getFields()) {
      OtlpFields.Field ours = fields.field(message, theirs.getNumber());
      if (ours != null && seen.add(message + "." + theirs.getNumber())) {
        assertThat(ours.name()).as(theirs.getFullName()).isEqualTo(theirs.getJsonName());
        assertThat(ours.list()).as(theirs.getFullName()).isEqualTo(theirs.isRepeated());
        assertThat(scalars(theirs)).as(theirs.getFullName()).contains(kind(ours));
        if (ours.isMessage()) {
          compare(ours.type(), theirs.getMessageType());
        }
      }
    }
  }

  private static String kind(OtlpFields.Field ours) {
    return ours.isMessage() ? "message" : ours.type();
  }

  private static Set<String> scalars(FieldDescriptor theirs) {
    return switch (theirs.getType()) {
      case BYTES -> Set.of("id", "bytes");
      case ENUM, INT64, UINT32 -> Set.of("varint");
      case FIXED64, SFIXED64 -> Set.of("fixed64");
      default -> Set.of(theirs.getType().name().toLowerCase(Locale.ROOT));
    };
  }
}
