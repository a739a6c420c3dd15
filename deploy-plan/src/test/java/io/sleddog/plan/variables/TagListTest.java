package io.sleddog.plan.variables;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import io.sleddog.plan.model.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagListTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|team:x",
        "a:b|a:b,team:x",
        "team:y|team:x",
        "a:b,team:y,c:d|a:b,team:x,c:d",
        "team:y,a:b,team:z|team:x,a:b",
        "a:b, team:y|a:b,team:x",
        "a:b,,c:d|a:b,c:d,team:x",
        "a:b c:d|a:b,c:d,team:x",
        "team:y c:d|team:x,c:d",
        "a:two words|a:two words,team:x",
        "teams:y|teams:y,team:x",
        "team|team:x",
        "url:http://team:80|url:http://team:80,team:x",
        "${T}|team:x,${T}",
        "a:b,${T},c:d|a:b,team:x,${T},c:d",
        "team:${T}|team:x",
        "a:${T}|a:${T},team:x",
        "${K}:v|team:x,${K}:v",
      })
  void with_tag_isPutWhereItBelongs(String before, String after) {
    TagList list = TagList.parse(Functions.text(before)).with("team", Text.of("x"));
    assertThat(list.text()).isEqualTo(Functions.text(after));
  }

  @ParameterizedTest
  @CsvSource({"team:a,true", "'a:b,team:c',true", "' team :a',true", "teams:a,false", "${T},false"})
  void has_key_onlyIfItIsThere(String text, boolean isThere) {
    assertThat(TagList.parse(Functions.text(text)).has("team")).isEqualTo(isThere);
  }
}
