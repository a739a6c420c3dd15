package io.sleddog.plan.variables;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import org.junit.jupiter.api.Test;

class VariableRulesTest {
  private final FunctionDescription function = Functions.java("com.acme.Orders");
  private final Settings settings =
      Settings.none().with(Variable.SERVICE, "shop").withTag("team", Text.of("a"));
  private final Settings forwarded = settings.withForwarder(Text.of(Functions.FORWARDER));
  private final Settings overwriting = forwarded.withPrecedence(Precedence.OVERWRITE);

  @Test
  void variables_nothingThere_areAddedWithTheDefaults() {
    assertThat(after(function, settings).environment())
        .isEqualTo(
            Functions.entries(
                "DD_SERVICE",
                "shop",
                "DD_FLUSH_TO_LOG",
                "true",
                "DD_TRACE_ENABLED",
                "true",
                "DD_TAGS",
                "team:a"));
  }

  @Test
  void variables_ownValues_stay() {
    FunctionDescription own =
        Functions.with(function, "DD_SERVICE", "mine", "DD_TRACE_ENABLED", "false");
    assertThat(after(own, forwarded).environment().get("DD_SERVICE")).contains(Text.of("mine"));
    assertThat(after(own, forwarded).environment().get("DD_TRACE_ENABLED"))
        .contains(Text.of("false"));
  }

  @Test
  void variables_overwriting_replaceWhatIsNamedButNoDefault() {
    FunctionDescription own =
        Functions.with(function, "DD_SERVICE", "mine", "DD_TRACE_ENABLED", "false");
    assertThat(after(own, overwriting).environment().get("DD_SERVICE")).contains(Text.of("shop"));
    assertThat(after(own, overwriting).environment().get("DD_TRACE_ENABLED"))
        .contains(Text.of("false"));
  }

  @Test
  void variables_ofTheRecord_areOursToChange() {
    FunctionDescription ours =
        Functions.with(function, "DD_SERVICE", "old", "SLEDDOG_RECORD", "v.DD_SERVICE");
    assertThat(after(ours, settings).environment().get("DD_SERVICE")).contains(Text.of("shop"));
  }

  @Test
  void datadogTags_ofTheRecord_startFromTheUsersOwn() {
    FunctionDescription ours =
        Functions.with(function, "DD_TAGS", "x:y,team:old", "SLEDDOG_RECORD", "v.DD_TAGS=x%3Ay");
    assertThat(after(ours, settings).environment().get("DD_TAGS")).contains(Text.of("x:y,team:a"));
  }

  @Test
  void awsTags_withoutForwarder_areNotSet() {
    assertThat(after(function, settings).tags()).isEqualTo(Entries.none());
    assertThat(after(function, settings.withTool("cli-1")).tags())
        .isEqualTo(Functions.entries("sleddog", "cli-1"));
  }

  @Test
  void awsTags_withForwarder_sayWhatTheVariablesSay() {
    FunctionDescription own = Functions.with(function, "DD_SERVICE", "mine", "DD_ENV", "prod");
    assertThat(after(own, forwarded).tags())
        .isEqualTo(Functions.entries("service", "mine", "env", "prod", "team", "a"));
  }

  @Test
  void awsTags_ownValues_stayUnlessOverwritten() {
    FunctionDescription own = function.withTags(Functions.entries("team", "mine", "other", "x"));
    assertThat(after(own, forwarded).tags().get("team")).contains(Text.of("mine"));
    assertThat(after(own, overwriting).tags().get("team")).contains(Text.of("a"));
    assertThat(after(own, overwriting).tags().get("other")).contains(Text.of("x"));
  }

  @Test
  void awsTags_withCharactersAwsRefuses_stayInDatadogTags() {
    Plan plan = plan(function, forwarded.withTag("cost", Text.of("5 €")));
    assertThat(plan.warnings()).extracting(Finding::id).containsExactly("tag-not-aws");
    assertThat(plan.applyTo(function).tags().get("cost")).isEmpty();
    assertThat(plan.applyTo(function).environment().get("DD_TAGS"))
        .contains(Text.of("team:a,cost:5 €"));
  }

  @Test
  void environment_closed_isRefused() {
    Plan plan = plan(function.withEnvironment(Entries.closed()), settings);
    assertThat(plan.refusals()).extracting(Finding::id).containsExactly("environment-closed");
  }

  @Test
  void xray_wished_isSwitchedOnWhereItIsOffForCertain() {
    Settings xray = settings.withXrayActive(true);
    FunctionDescription unknown = function.withTracing(Functions.text("${If Debug}"));
    assertThat(after(function, xray).tracing()).isEqualTo(Text.of("Active"));
    assertThat(after(unknown, xray).tracing()).isEqualTo(unknown.tracing());
    assertThat(after(function, settings).tracing()).isEqualTo(Text.of("PassThrough"));
  }

  private static FunctionDescription after(FunctionDescription function, Settings settings) {
    return plan(function, settings).applyTo(function);
  }

  private static Plan plan(FunctionDescription function, Settings settings) {
    return Functions.plan(VariableRules.instrument(), function, settings);
  }
}
