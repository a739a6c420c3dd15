package io.sleddog.forwarder.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Tags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagFileTest {
  private static final TagFile MANY = new TagFile("");
  private static final TagFile ONE = new TagFile("arn:one");

  @Test
  void write_table_isTheOfficialForm() {
    assertThat(text(MANY.write(Map.of("arn:a", new Tags("k:v,x:y")))))
        .isEqualTo("{\"arn:a\": [\"k:v\", \"x:y\"]}");
    assertThat(text(MANY.write(Map.of()))).isEqualTo("{}");
    assertThat(text(ONE.write(Map.of("arn:one", new Tags("k:v"))))).isEqualTo("[\"k:v\"]");
    assertThat(text(ONE.write(Map.of()))).isEqualTo("[]");
  }

  @Test
  void read_whatWasWritten_isTheSame() throws IOException {
    Map<String, Tags> tags = Map.of("arn:one", new Tags("k:v,\u00e9:\"y\""), "b", Tags.NONE);

    assertThat(MANY.read(Slice.of(MANY.write(tags)))).isEqualTo(tags);
    assertThat(ONE.read(Slice.of(ONE.write(tags))))
        .isEqualTo(Map.of("arn:one", tags.get("arn:one")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{\"a\":\"b\"}", "{\"a\":[1]}", "{\"a\":[\"b\""})
  void read_otherForm_isRefused(String text) {
    assertThatThrownBy(() -> MANY.read(Slice.of(text))).isInstanceOf(IOException.class);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
