package io.sleddog.lambda.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void putAll_intoEmptyTags_takesThemInOrderAndShareNothing(int capacity) {
    Tags source = new Tags(4);
    source.put("a", "1");
    source.put("b", "2");
    Tags target = new Tags(capacity);
    target.putAll(source);
    target.put("a", "3");
    target.put("c", "4");
    assertThat(text(target)).isEqualTo("a=3 b=2 c=4 ");
    assertThat(text(source)).isEqualTo("a=1 b=2 ");
  }

  @Test
  void putAll_intoOthers_replacesThoseOfTheSameName() {
    Tags source = new Tags(2);
    source.put("a", "1");
    source.put("b", "2");
    Tags target = new Tags(1);
    target.put("b", "0");
    target.putAll(source);
    assertThat(text(target)).isEqualTo("b=2 a=1 ");
  }

  @Test
  void put_keysOfTheSameHash_areTwoTags() {
    Tags tags = new Tags(1);
    tags.put("Aa", "1");
    tags.put("BB", "2");
    assertThat(tags.get("Aa")).isEqualTo("1");
    assertThat(tags.get("BB")).isEqualTo("2");
    tags.remove("Aa");
    assertThat(text(tags)).isEqualTo("BB=2 ");
  }

  @Test
  void put_manyTagsTwice_areThereOnce() {
    Tags tags = new Tags(0);
    for (int i = 0; i < 400; i++) {
      tags.put("tag" + i % 200, i);
    }
    assertThat(tags.size()).isEqualTo(200);
    for (int i = 0; i < 200; i++) {
      assertThat(tags.get("tag" + i)).isEqualTo(200 + i);
      tags.remove("tag" + i);
      assertThat(tags.get("tag" + i)).isNull();
    }
    assertThat(tags.size()).isZero();
  }

  private static String text(Tags tags) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tags.size(); i++) {
      text.append(tags.key(i)).append('=').append(tags.value(i)).append(' ');
    }
    return text.toString();
  }
}
