package io.sleddog.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.Span;
import io.sleddog.local.testing.Golden;
import io.sleddog.local.testing.Spans;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTreeTest {
  @Test
  void lines_branchesAndErrors_areDrawn() {
    check(
        "branches",
        List.of(
            Spans.span(1, 0, "aws.httpapi", 0, 1_000),
            Spans.span(2, 1, "aws.lambda", 100, 800),
            Spans.failed(Spans.span(3, 2, "db.query", 200, 100), "java.sql.SQLException", "locked"),
            Spans.span(4, 2, "render", 400, 300),
            Spans.span(5, 4, "template", 450, 100)));
  }

  @Test
  void lines_parentThatDidNotArrive_makesARoot() {
    check("orphan", List.of(Spans.span(7, 6, "orphan", 0, 10), Spans.span(8, 8, "own", 5, 5)));
  }

  @Test
  void lines_longAndHostileNames_stayInTheirColumn() {
    check(
        "hostile",
        List.of(
            Spans.span(1, 0, "n".repeat(300), 0, 10),
            Spans.span(2, 1, "line\nbreak\u001b[2J", 0, 0)));
  }

  @Test
  void lines_noSpan_isNothing() {
    assertThat(SpanTree.lines(List.of(), new Ink(false))).isEmpty();
  }

  @Test
  void lines_deepChain_keepsARoomForNames() {
    List<Span> chain = new ArrayList<>();
    for (int depth = 1; depth <= 40; depth++) {
      chain.add(Spans.span(depth, depth - 1, "step", depth, 100 - depth));
    }

    List<String> lines = SpanTree.lines(chain, new Ink(false));

    assertThat(lines).hasSize(40).allMatch(line -> line.contains("step"));
  }

  private static void check(String name, List<Span> spans) {
    String text = String.join("\n", SpanTree.lines(spans, new Ink(false))) + "\n";
    Golden.check("span-tree", name, "out.txt", text);
  }
}
