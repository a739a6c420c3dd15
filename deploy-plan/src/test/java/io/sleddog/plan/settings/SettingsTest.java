package io.sleddog.plan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.model.Text;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
  static Stream<UnaryOperator<Settings>> copies() {
    return Stream.of(
        it -> it.withForwarder(Text.of("f")),
        it -> it.withLayer(Text.of("l")),
        it -> it.with(Variable.SERVICE, "shop"),
        it -> it.withTag("team", Text.of("a")),
        it -> it.withActivation(Activation.IN_CODE),
        it -> it.withPrecedence(Precedence.OVERWRITE),
        it -> it.withXrayActive(true),
        it -> it.withTool("cli-1"),
        Settings::recorded,
        Settings::replacingTags,
        it -> it.withLogGroup(it.logGroup().granted()));
  }

  static Stream<UnaryOperator<LogGroupWish>> wishes() {
    return Stream.of(
        LogGroupWish::existingOnly,
        LogGroupWish::granted,
        it -> it.withRetentionDays(7),
        it -> it.withFilterName("mine"),
        it -> it.withFilterPattern("ERROR"),
        it -> it.withFilterLimit(5));
  }

  @ParameterizedTest
  @MethodSource("copies")
  void copy_ofSettings_addsOneWishToAllOthers(UnaryOperator<Settings> copy) {
    Settings all = Settings.none();
    for (UnaryOperator<Settings> it : copies().toList()) {
      all = it.apply(all);
    }

    assertThat(copy.apply(Settings.none())).isNotEqualTo(Settings.none());
    assertThat(copy.apply(all)).isEqualTo(all);
  }

  @ParameterizedTest
  @MethodSource("wishes")
  void copy_ofALogGroupWish_addsOneWishToAllOthers(UnaryOperator<LogGroupWish> copy) {
    LogGroupWish all = LogGroupWish.standard();
    for (UnaryOperator<LogGroupWish> it : wishes().toList()) {
      all = it.apply(all);
    }

    assertThat(copy.apply(LogGroupWish.standard())).isNotEqualTo(LogGroupWish.standard());
    assertThat(copy.apply(all)).isEqualTo(all).hasSameHashCodeAs(all);
  }

  @Test
  void standard_wish_subscribesAndCreatesForEver() {
    LogGroupWish wish = LogGroupWish.standard();

    assertThat(wish.isSubscribed()).isTrue();
    assertThat(wish.isCreated()).isTrue();
    assertThat(wish.isGranted()).isFalse();
    assertThat(wish.retentionDays()).isNull();
    assertThat(wish.filterName()).isEqualTo("sleddog-forwarder");
    assertThat(wish.filterPattern()).isEmpty();
    assertThat(wish.filterLimit()).isEqualTo(2);
    assertThat(wish.leftAlone().isSubscribed()).isFalse();
    assertThat(wish.leftAlone().isCreated()).isFalse();
  }

  @Test
  void none_settings_redirectAndKeepWhatIsThere() {
    Settings settings = Settings.none();

    assertThat(settings.forwarder()).isNull();
    assertThat(settings.layer()).isNull();
    assertThat(settings.manner().activation()).isEqualTo(Activation.REDIRECT);
    assertThat(settings.manner().precedence()).isEqualTo(Precedence.KEEP);
    assertThat(settings.manner().tool()).isNull();
  }

  @Test
  void with_aSwitch_isItsText() {
    assertThat(Settings.none().with(Variable.TRACE_ENABLED, false).variables().texts())
        .containsEntry("DD_TRACE_ENABLED", Text.of("false"));
  }

  @ParameterizedTest
  @CsvSource({
    "DD_TRACE_ENABLED, TRUE, true",
    "DD_SITE, US3.DataDogHQ.com, us3.datadoghq.com",
    "DD_SERVICE, Shop, Shop",
    "DD_LOG_LEVEL, DEBUG, DEBUG",
    "MINE, TRUE, TRUE",
  })
  void written_value_isAsTheLibrariesCompareIt(String name, String given, String written) {
    assertThat(Variable.written(name, Text.of(given))).isEqualTo(Text.of(written));
  }

  @Test
  void written_expression_staysAsItIs() {
    Text expression = Text.hole("r", "Ref T", "TRUE");

    assertThat(Variable.written("DD_TRACE_ENABLED", expression)).isEqualTo(expression);
  }

  @ParameterizedTest
  @EnumSource(Variable.class)
  void variable_anyOne_isOfOneKind(Variable variable) {
    assertThat(variable.key()).matches("[A-Z_]+");
    assertThat(variable.isFlag() && variable.isMade()).isFalse();
    variable.fallback().ifPresent(it -> assertThat(variable.isFlag()).isTrue());
  }
}
