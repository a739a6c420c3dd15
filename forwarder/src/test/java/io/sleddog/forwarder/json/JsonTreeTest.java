package io.sleddog.forwarder.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

  @Test
  void at_path_leadsToTheText() {
    JsonTree tree = of("{\"a\":{\"b\":[{\"c\":\"x\"},{\"c\":5}]}}");

    assertThat(tree.at("a").at("b").elements())
        .extracting(element -> element.at("c").text())
        .containsExactly("x", "5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "5", "\"x\"", "[", "{\"a\":", "no json", "[1,2]"})
  void at_nameThatIsNotThere_leadsNowhere(String text) {
    JsonTree nothing = of(text).at("a").at("b");

    assertThat(nothing.text()).isEmpty();
    assertThat(nothing.elements()).isEmpty();
    assertThat(nothing.isObject()).isFalse();
  }

  private static JsonTree of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return JsonTree.of(bytes, 0, bytes.length);
  }
}
