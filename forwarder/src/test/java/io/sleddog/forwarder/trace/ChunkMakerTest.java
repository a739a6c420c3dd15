package io.sleddog.forwarder.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.Span;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.model.TraceLine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChunkMakerTest {
  private final ChunkMaker maker = new ChunkMaker();

  @Test
  void chunks_spansOfTwoTraces_areSorted() {
    List<Chunk> chunks =
        chunks("", span(1, 11, 0, "a", "x"), span(2, 21, 0, "a", "x"), span(1, 12, 11, "a", "y"));

    assertThat(chunks).extracting(chunk -> chunk.spans().size()).containsExactly(2, 1);
  }

  @Test
  void chunks_priority_isTheRootsOrTheFirst() {
    Span child = span(1, 12, 11, "a", "y").withAttributes(Map.of(), priority(0));
    Span root = span(1, 11, 0, "a", "x").withAttributes(Map.of(), priority(2));

    assertThat(chunks("", child, root).get(0).priority()).isEqualTo(2);
    assertThat(chunks("", child).get(0).priority()).isZero();
    assertThat(chunks("", span(1, 11, 0, "a", "x")).get(0).priority()).isEqualTo(1);
  }

  @Test
  void chunks_env_isTheTagsThenTheSpansThenNone() {
    Span span = span(1, 11, 0, "a", "x");
    Span own = span.withAttributes(Map.of("env", "dev"), Map.of());

    assertThat(chunks("env:prod", own).get(0).env()).isEqualTo("prod");
    assertThat(chunks("env:none", own).get(0).env()).isEqualTo("dev");
    assertThat(chunks("", span).get(0).env()).isEqualTo("none");
  }

  @Test
  void chunks_linesWithDifferentTags_eachHasItsOwn() {
    for (String tag : List.of("team:a", "team:b", "team:b,x:y", "team:a")) {
      Map<String, String> meta = chunks(tag, span(1, 11, 0, "a", "x")).get(0).spans().get(0).meta();

      assertThat(meta).containsEntry("team", tag.substring(5, 6));
      assertThat(meta.containsKey("x")).isEqualTo(tag.contains("x:"));
    }
  }

  @Test
  void chunks_topLevel_isARootAnOrphanOrAnotherService() {
    List<Span> spans =
        chunks(
                "",
                span(1, 1, 0, "a", "root"),
                span(1, 2, 1, "a", "inner"),
                span(1, 3, 1, "b", "other service"),
                span(1, 4, 99, "a", "orphan"))
            .get(0)
            .spans();

    assertThat(spans)
        .filteredOn(span -> span.metrics().containsKey("_top_level"))
        .extracting(Span::name)
        .containsExactly("root", "other service", "orphan");
  }

  @Test
  void chunks_placeholdersOfXRay_areTakenOutWhereverTheyStand() {
    Span placeholder =
        span(1, 2, 7, "a", "x").withAttributes(Map.of("_dd.parent_source", "xray"), Map.of());
    Span second =
        span(1, 3, 2, "a", "x").withAttributes(Map.of("_dd.parent_source", "xray"), Map.of());

    List<Chunk> chunks = chunks("", span(1, 4, 3, "a", "child"), second, placeholder);

    assertThat(chunks.get(0).spans())
        .singleElement()
        .satisfies(span -> assertThat(span.ids().parentId()).isEqualTo(7));
    assertThat(chunks("", placeholder)).isEmpty();
  }

  @Test
  void chunks_serviceTag_renamesTheFunctionAndWhatBeginsLikeIt() {
    List<Span> spans =
        chunks(
                "service:shop",
                span(1, 1, 0, "aws.lambda", "aws.lambda"),
                span(1, 2, 1, "aws.lambda-redis", "redis"),
                span(1, 3, 1, "db", "query"))
            .get(0)
            .spans();

    assertThat(spans).extracting(Span::service).containsExactly("shop", "shop-redis", "db");
  }

  @Test
  void chunks_tagThatIsOnlyTheFunctionsName_keepsAChosenService() {
    Span span = span(1, 1, 0, "chosen", "aws.lambda");

    assertThat(chunks("service:orders", span).get(0).spans().get(0).service()).isEqualTo("chosen");
    assertThat(chunks("service:shop", span).get(0).spans().get(0).service()).isEqualTo("shop");
  }

  @Test
  void chunks_spanOfSomethingUpstream_keepsItsOwnTagsAndService() {
    Span upstream =
        span(1, 1, 0, "queue", "aws.lambda")
            .withAttributes(Map.of("_inferred_span.tag_source", "self"), Map.of());

    Span span = chunks("service:shop,team:a", upstream).get(0).spans().get(0);

    assertThat(span.service()).isEqualTo("queue");
    assertThat(span.meta()).doesNotContainKey("team").containsEntry("_dd.origin", "lambda");
  }

  @Test
  void chunks_tags_goIntoEverySpan() {
    Span span =
        chunks("team:a,env:prod,SERVICE:x,novalue,url:http://y", span(1, 1, 0, "s", "n"))
            .get(0)
            .spans()
            .get(0);

    assertThat(span.meta())
        .containsEntry("team", "a")
        .containsEntry("url", "http://y")
        .doesNotContainKeys("env", "SERVICE", "service", "novalue");
  }

  @Test
  void chunks_longTraceId_isWholeOnTheFirstSpan() {
    Span.Ids ids = new Span.Ids(0xabL, 1, 2, 0);

    List<Span> spans =
        chunks("", span(1, 2, 0, "s", "n").withIds(ids), span(1, 3, 2, "s", "n").withIds(ids))
            .get(0)
            .spans();

    assertThat(spans.get(0).meta()).containsEntry("_dd.p.tid", "00000000000000ab");
    assertThat(spans.get(1).meta()).doesNotContainKey("_dd.p.tid");
  }

  private List<Chunk> chunks(String tags, Span... spans) {
    return maker.chunks(new TraceLine("", Arrays.asList(spans), new Tags(tags), Records.FUNCTION));
  }

  private static Map<String, Double> priority(double value) {
    return Map.of("_sampling_priority_v1", value);
  }

  private static Span span(long trace, long id, long parent, String service, String name) {
    Span.Ids ids = new Span.Ids(0, trace, id, parent);
    return new Span(ids, service, name, "r", "", 1, 1, 0, Map.of(), Map.of());
  }
}
