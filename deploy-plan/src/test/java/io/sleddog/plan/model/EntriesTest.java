package io.sleddog.plan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntriesTest {
  private static final Entries TWO = Entries.none().with("B", Text.of("1")).with("A", Text.of("2"));

  @Test
  void with_aNewName_isLast() {
    assertThat(TWO.texts().keySet()).containsExactly("B", "A");
    assertThat(TWO.get("A")).contains(Text.of("2"));
    assertThat(TWO.get("C")).isEmpty();
  }

  @Test
  void with_aKnownName_keepsItsPlace() {
    assertThat(TWO.with("B", Text.of("3")).texts().keySet()).containsExactly("B", "A");
    assertThat(TWO.get("B")).contains(Text.of("1"));
  }

  @Test
  void with_null_takesTheEntryOut() {
    assertThat(TWO.with("B", null).texts().keySet()).containsExactly("A");
    assertThat(TWO.with("C", null)).isEqualTo(TWO);
  }

  @Test
  void closed_entries_stayClosed() {
    assertThat(Entries.closed().isOpen()).isFalse();
    assertThat(Entries.closed().with("A", Text.of("1")).isOpen()).isFalse();
    assertThat(Entries.none().isOpen()).isTrue();
  }

  @Test
  void of_aMap_isACopyThatNobodyChanges() {
    Map<String, Text> texts = new LinkedHashMap<>(Map.of("A", Text.of("1")));
    Entries entries = Entries.of(texts);
    texts.clear();

    assertThat(entries.texts()).hasSize(1);
    assertThatThrownBy(() -> entries.texts().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
