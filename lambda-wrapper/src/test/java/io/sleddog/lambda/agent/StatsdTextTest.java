package io.sleddog.lambda.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsdTextTest {
  private final StatsdText bare = new StatsdText(List.of(), null);
  private final StatsdText full = new StatsdText(List.of("env:prod", "service:shop"), "mill.web.1");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "orders; 1; d; 0; ''; orders:1|d",
        "orders; 1.5; c; 0; a:b; orders:1.5|c|#a:b",
        "queue; -3; g; 0; a:b c:d; queue:-3|g|#a:b,c:d",
        "late; 2; d; 1700000000; a:b; late:2|d|#a:b|T1700000000",
        "big; 1e300; d; 0; ''; big:1.0E300|d",
        "a:b|c@d#e,f; 1; d; 0; x|y,z; a_b_c_d_e_f:1|d|#x_y_z",
        "größe; 1; d; 0; ß:ü; größe:1|d|#ß:ü",
      })
  void point_anyType_isOneLine(
      String name, double value, char type, long time, String tags, String expected) {
    List<String> list = tags.isEmpty() ? List.of() : List.of(tags.split(" ", -1));
    assertThat(bare.point(name, value, type, time, list)).isEqualTo(expected);
  }

  @Test
  void point_ofAProcess_hasItsTagsAndHost() {
    assertThat(full.point("orders", 1, 'd', 0, List.of("a:b")))
        .isEqualTo("orders:1|d|#a:b,env:prod,service:shop,host:mill.web.1");
    assertThat(full.point("orders", 1, 'd', 0, List.of("", "a:1\n2")))
        .isEqualTo("orders:1|d|#a:1_2,env:prod,service:shop,host:mill.web.1");
  }

  @Test
  void event_textOfSeveralLines_isOneLineWithLengthsInBytes() {
    assertThat(bare.event("error", "Mühle steht", "erstens\r\nzweitens", 1_700_000_000, List.of()))
        .isEqualTo("_e{12,17}:Mühle steht|erstens\\nzweitens|d:1700000000|t:error");
    assertThat(full.event("info", "up", "", 5, List.of("a:b")))
        .isEqualTo("_e{2,0}:up||d:5|h:mill.web.1|t:info|#a:b,env:prod,service:shop");
  }

  @Test
  void event_longTitleAndText_areCut() {
    String line = bare.event("info", "t".repeat(200), "x".repeat(9000), 5, List.of());
    assertThat(line).startsWith("_e{102,4002}:" + "t".repeat(99) + "\u2026|x");
  }

  @Test
  void check_withMessage_hasItLast() {
    assertThat(full.check("grinder.ok", 2, "stuck, m:1\nagain", 5, List.of("a:b")))
        .isEqualTo(
            "_sc|grinder.ok|2|d:5|h:mill.web.1|#a:b,env:prod,service:shop|m:stuck, m\\:1\\nagain");
    assertThat(bare.check("grinder|ok", 0, "", 5, List.of())).isEqualTo("_sc|grinder_ok|0|d:5");
  }
}
