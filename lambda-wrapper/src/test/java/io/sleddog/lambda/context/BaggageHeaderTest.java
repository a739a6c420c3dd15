package io.sleddog.lambda.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.trigger.Carrier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaggageHeaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", "=b", " =b", "a=", "a=b,", "a=b,,c=d", "a=\u00fc", "a=\nb"})
  void tryRead_notAllItems_isNothing(String header) {
    assertThat(BaggageHeader.tryRead(header)).isNull();
  }

  @Test
  void tryRead_blanksBetween_areLeftOut() {
    assertThat(BaggageHeader.tryRead(" a=b , c=d;p=q ")).isEqualTo("a=b,c=d;p=q");
    assertThat(BaggageHeader.tryRead(null)).isNull();
  }

  @Test
  void tryRead_moreThanTheLimits_keepsTheFirst() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add("k" + i + "=v");
    }
    assertThat(BaggageHeader.tryRead(String.join(",", many)))
        .isEqualTo(String.join(",", many.subList(0, 64)));
    String large = "x".repeat(5000);
    assertThat(BaggageHeader.tryRead("a=" + large + ",b=" + large)).isEqualTo("a=" + large);
  }

  @Test
  void items_encoded_areDecodedWithoutTheirProperties() {
    assertThat(BaggageHeader.items("a=b%20c;p=q,%C3%BC=1+1,odd=%zz"))
        .containsExactly(
            Map.entry("a", "b c"), Map.entry("\u00fc", "1+1"), Map.entry("odd", "%zz"));
    assertThat(BaggageHeader.items(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "            | a    | b        | a=b",
        "c=d         | a    | b        | c=d,a=b",
        "a=x;p=q,c=d | a    | b        | c=d,a=b",
        "a=x;p=q,c=d | c    | e        | a=x;p=q,c=e",
        "%61=x,c=d   | a    |          | c=d",
        "a=x         | a    |          | ",
        "a=x         | a    | ``       | ",
        "a=x         | b    |          | a=x",
        "            | ü k  | 1 + 1=2  | %C3%BC%20k=1%20+%201=2",
        "            | a=b  | c,d;e\\f | a%3Db=c%2Cd%3Be%5Cf",
        "            | a:/b | %        | a%3A%2Fb=%25",
      })
  void with_anItem_isReadBackTheSame(
      @Nullable String header, String name, @Nullable String value, @Nullable String expected) {
    String changed = BaggageHeader.with(header, name, value);
    assertThat(changed).isEqualTo(expected);
    if (value == null || value.isEmpty()) {
      assertThat(BaggageHeader.items(changed)).doesNotContainKey(name);
    } else {
      assertThat(BaggageHeader.items(BaggageHeader.tryRead(changed))).containsEntry(name, value);
    }
  }

  @Test
  void with_moreThanTheLimits_leavesTheHeaderAsItWas() {
    String full = "k0=v";
    for (int i = 1; i < 64; i++) {
      full += ",k" + i + "=v";
    }
    assertThat(BaggageHeader.with(full, "k64", "v")).isEqualTo(full);
    assertThat(BaggageHeader.with(full, "k63", "w")).endsWith(",k63=w");
    assertThat(BaggageHeader.with("a=b", "large", "x".repeat(8190))).isEqualTo("a=b");
  }

  @Test
  void propagator_withTheStyle_passesItOn() {
    assertThat(passedOn("datadog", "baggage")).isEqualTo("a=b,c=%20");
    assertThat(passedOn("datadog")).isNull();
  }

  private static @Nullable String passedOn(String... styles) {
    Propagator propagator = new Propagator(List.of(styles), List.of(styles));
    Map<String, String> headers =
        Map.of(
            "x-datadog-trace-id", "1",
            "x-datadog-parent-id", "2",
            "x-datadog-sampling-priority", "1",
            "Baggage", "a=b, c=%20");
    TraceContext context = propagator.extract(Carrier.of(headers));
    Map<String, String> sent = new LinkedHashMap<>();
    assertThat(context).isNotNull();
    propagator.inject(context, 3, sent);
    return sent.get("baggage");
  }
}
