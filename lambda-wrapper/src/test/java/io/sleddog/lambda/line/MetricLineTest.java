package io.sleddog.lambda.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.config.Warnings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricLineTest {
  private final List<String> lines = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final MetricLine line =
      new MetricLine(
          bytes -> lines.add(new String(bytes, UTF_8)),
          new Warnings() {
            @Override
            protected void print(String message, @Nullable Throwable cause) {
              told.add(message);
            }
          });

  @Test
  void write_point_isOneLine() {
    line.write("coffee.\"sold\"", 1.5, 1_700_000_000, List.of("a:b", "c:é"));
    assertThat(lines)
        .containsExactly(
            "{\"m\":\"coffee.\\\"sold\\\"\",\"v\":1.5,\"e\":1700000000,\"t\":[\"a:b\",\"c:é\"]}\n");
  }

  @Test
  void writeOften_sameListAndOthersInTurn_eachHasItsOwnTags() {
    List<String> same = List.of("a:b", "c:d");
    List<String> other = List.of("x:y");
    line.writeOften("m", 1, 7, same);
    line.writeOften("m", 1, 7, same);
    line.write("m", 1, 7, other);
    line.writeOften("n", 2, 8, same);
    line.writeOften("n", 2, 8, other);
    line.writeOften("n", 2, 8, same);
    String first = "{\"m\":\"m\",\"v\":1,\"e\":7,\"t\":[\"a:b\",\"c:d\"]}\n";
    String later = "{\"m\":\"n\",\"v\":2,\"e\":8,\"t\":[\"a:b\",\"c:d\"]}\n";
    assertThat(lines)
        .containsExactly(
            first,
            first,
            "{\"m\":\"m\",\"v\":1,\"e\":7,\"t\":[\"x:y\"]}\n",
            later,
            "{\"m\":\"n\",\"v\":2,\"e\":8,\"t\":[\"x:y\"]}\n",
            later);
  }

  @Test
  void write_tagsLongerThanALine_areToldOnceAndTheNextPointIsWritten() {
    line.write("m", 1, 7, List.of("x".repeat(TraceLines.MAX_BYTES)));
    line.writeOften("m", 1, 7, List.of("x".repeat(TraceLines.MAX_BYTES)));
    line.write("m", 1, 7, List.of());
    assertThat(lines).containsExactly("{\"m\":\"m\",\"v\":1,\"e\":7,\"t\":[]}\n");
    assertThat(told).singleElement().asString().contains("dropped");
  }
}
