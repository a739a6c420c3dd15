package io.sleddog.lambda.context;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XRayHeaderTest {
  @ParameterizedTest
  @CsvSource({
    "1-5e272390-8c398be037738dc042009320,94ae789b969f1cc5,1,3995693151288333088,2",
    "1-5e272390-8c398be037738dc042009320,94ae789b969f1cc5,0,3995693151288333088,-1",
    "1-5ce31dc2-2c779014b90ce44db5e03875,0b11cc4230d3e09e,?,4110911582297405557,1",
    "1-5fa98677-5dda00b12ec8b1c31f61aa82,b481b4a6ef3a296c,1,3371139772690049666,2",
    "1-5fa98677-5dda00b1ffffffffffffffff,b481b4a6ef3a296c,1,9223372036854775807,2",
  })
  void toContext_genuineHeader_takesTheLower63Bits(
      String root, String parent, String sampled, long traceId, int priority) {
    String header = "Root=" + root + ";Parent=" + parent + ";Sampled=" + sampled + ";Lineage=a:0";
    XRayHeader parsed = requireNonNull(XRayHeader.tryParse(header));
    TraceContext context = requireNonNull(parsed.toContext());
    assertThat(context.traceIdLow()).isEqualTo(traceId);
    assertThat(context.parentId()).isEqualTo(Long.parseUnsignedLong(parent, 16));
    assertThat(context.priority()).isEqualTo(priority);
    assertThat(context.isXrays()).isTrue();
  }

  @Test
  void toTracersContext_headerOfDatadogsTracer_isItsContext() {
    XRayHeader header =
        requireNonNull(
            XRayHeader.tryParse(
                "Root=1-65eb7350-000000006dfd06bf489aa4e5;Parent=48cc02b6aafae897;Sampled=1"));
    TraceContext context = requireNonNull(header.toTracersContext());
    assertThat(context.traceIdLow()).isEqualTo(7925498337868555493L);
    assertThat(context.parentId()).isEqualTo(5245570649555658903L);
    assertThat(context.priority()).isEqualTo(1);
    assertThat(context.isXrays()).isFalse();
  }

  @Test
  void toTracersContext_genuineHeader_isNone() {
    XRayHeader header =
        requireNonNull(
            XRayHeader.tryParse(
                "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1"));
    assertThat(header.toTracersContext()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Root=1-5759e988-bd862e3fe1be46a994272793",
        "Parent=53995c3f42cd8ad8",
        "Root=1-5759e988-bd862e3f;Parent=53995c3f42cd8ad8;Sampled=1",
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=zz;Sampled=1",
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=0000000000000000;Sampled=1",
        ";;;===",
      })
  void tryParse_anythingElse_isNone(String header) {
    assertThat(XRayHeader.tryParse(header)).isNull();
    assertThat(XRayHeader.tryParse(null)).isNull();
  }
}
