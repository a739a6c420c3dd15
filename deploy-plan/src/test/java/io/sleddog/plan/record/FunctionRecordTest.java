package io.sleddog.plan.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionRecordTest {
  private final Place place = new Place(Text.of("aws"), Text.of("eu-west-1"), Text.of("1"));

  @Test
  void text_readAgain_isTheSameRecord() {
    FunctionRecord record =
        keeping(null)
            .with(new Change.Variable("DD_TAGS", Text.of("team:a&b=c,é"), Text.of("x"), ""))
            .with(new Change.Variable("DD_ENV", null, Text.of("prod"), ""))
            .with(new Change.Tracing(Text.of("PassThrough"), Text.of("Active"), ""));
    FunctionRecord again = keeping(record.text());
    assertThat(again.variables())
        .containsEntry("DD_TAGS", Optional.of("team:a&b=c,é"))
        .containsEntry("DD_ENV", Optional.empty());
    assertThat(again.tracing()).contains("PassThrough");
    assertThat(again.text()).isEqualTo(record.text());
  }

  @Test
  void with_secondChangeOfTheSame_keepsTheFirst() {
    FunctionRecord record =
        keeping("v.DD_ENV").with(new Change.Variable("DD_ENV", Text.of("a"), Text.of("b"), ""));
    assertThat(record.variables()).containsEntry("DD_ENV", Optional.empty());
  }

  @Test
  void with_unknownText_throws() {
    Change change = new Change.Tag("env", Text.hole("x", "Ref Stage"), Text.of("b"), "");
    assertThatThrownBy(() -> keeping(null).with(change)).hasMessageContaining("${Ref Stage}");
  }

  @Test
  void of_noRecord_isEmptyAndReadable() {
    assertThat(keeping(null).isEmpty()).isTrue();
    assertThat(keeping(null).isReadable()).isTrue();
  }

  @Test
  void of_otherText_isNotReadable() {
    assertThat(keeping("100%").isReadable()).isFalse();
  }

  private FunctionRecord keeping(@Nullable String text) {
    FunctionDescription function =
        FunctionDescription.of("Orders", Text.of("orders"), place, Code.image());
    return FunctionRecord.of(
        text == null
            ? function
            : function.withEnvironment(Entries.of(Map.of(Settings.RECORD, Text.of(text)))));
  }
}
