package io.sleddog.local.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
  @Test
  void parse_everyKindOfValue_isATree() {
    String yaml =
        """
        text: hello
        quoted: "1"
        number: 1.5
        flags: [true, false, null]
        nested:
          - a: 1
        """;

    assertThat(Json.write(Yaml.parse(yaml)))
        .isEqualTo(
            "{\"text\":\"hello\",\"quoted\":\"1\",\"number\":1.5,\"flags\":[true,false,null],"
                + "\"nested\":[{\"a\":1}]}");
  }

  @Test
  void parse_tagsOfCloudFormation_becomeObjects() {
    String yaml =
        """
        queue: !Ref Queue
        arn: !GetAtt Queue.Arn
        text: !Sub "${Queue}-x"
        joined: !Join [",", [a, !Ref B]]
        """;

    assertThat(Json.write(Yaml.parse(yaml)))
        .isEqualTo(
            "{\"queue\":{\"Ref\":\"Queue\"},\"arn\":{\"GetAtt\":\"Queue.Arn\"},"
                + "\"text\":{\"Sub\":\"${Queue}-x\"},\"joined\":{\"Join\":[\",\",[\"a\",{\"Ref\":\"B\"}]]}}");
  }

  @Test
  void parse_json_isYaml() {
    assertThat(Yaml.parse("{\"a\": [1, {\"b\": null}]}")).hasToString("{\"a\":[1,{\"b\":null}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a: [", "\"open", "a: b: c"})
  void parse_notYaml_isMalformed(String text) {
    assertThatThrownBy(() -> Yaml.parse(text)).isInstanceOf(MalformedJson.class);
  }
}
