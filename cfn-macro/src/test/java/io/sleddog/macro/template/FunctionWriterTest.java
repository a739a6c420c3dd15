package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.macro.expression.Nodes;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.model.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionWriterTest {
  private final Texts texts = Functions.texts();
  private final FunctionWriter writer = new FunctionWriter(texts);

  @Test
  void apply_handler_isReplacedByTheText() {
    FunctionResource function = Functions.lambda("{'Handler':{'Ref':'Handler'}}");
    writer.apply(new Change.Handler(Text.of("a"), Text.of("b"), "why"), function);

    assertThat(function.properties()).isEqualTo(Nodes.of("{'Handler':'b'}"));
  }

  @Test
  void apply_handlerThatIsAnExpression_isMovedAsItIs() {
    Text expression = texts.read(Nodes.of("{'Fn::Sub':'${Package}.Orders::handle'}"));
    FunctionResource function = Functions.lambda("{'Handler':'a'}");
    writer.apply(new Change.Handler(Text.of("a"), expression, "why"), function);

    assertThat(function.properties())
        .isEqualTo(Nodes.of("{'Handler':{'Fn::Sub':'${Package}.Orders::handle'}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{'Tags':[{'Key':'env','Value':'prod'}]}",
        "{'Tags':[{'Key':'a','Value':'b'}]}"
            + "|{'Tags':[{'Key':'a','Value':'b'},{'Key':'env','Value':'prod'}]}",
        "{'Tags':[{'Key':'env','Value':{'Ref':'E'}}]}|{'Tags':[{'Key':'env','Value':'prod'}]}",
        "{'Tags':[{'Fn::If':['C',{'Key':'x','Value':'y'},{'Ref':'AWS::NoValue'}]}]}"
            + "|{'Tags':[{'Fn::If':['C',{'Key':'x','Value':'y'},{'Ref':'AWS::NoValue'}]},"
            + "{'Key':'env','Value':'prod'}]}",
      })
  void tag_ofLambda_isOneOfItsPairs(String before, String after) {
    FunctionResource function = Functions.lambda(before);
    writer.tag(function, "env", List.of(Option.always(Nodes.of("'prod'"))));

    assertThat(function.properties()).isEqualTo(Nodes.of(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{'Tags':{'env':'prod'}}",
        "{'Tags':{'env':'x','a':'b'}}|{'Tags':{'env':'prod','a':'b'}}",
      })
  void tag_ofSam_isAnEntryOfItsMap(String before, String after) {
    FunctionResource function = Functions.serverless(before, "{}");
    writer.tag(function, "env", List.of(Option.always(Nodes.of("'prod'"))));

    assertThat(function.properties()).isEqualTo(Nodes.of(after));
  }

  @Test
  void tag_inOneBranch_isThereUnderThatCondition() {
    List<Option> options =
        List.of(
            new Option(List.of(new Choice("C", true)), Nodes.of("'prod'")),
            new Option(List.of(new Choice("C", false)), null));
    FunctionResource lambda = Functions.lambda("{}");
    FunctionResource serverless = Functions.serverless("{}", "{}");
    writer.tag(lambda, "env", options);
    writer.tag(serverless, "env", options);

    assertThat(lambda.properties())
        .isEqualTo(
            Nodes.of(
                "{'Tags':[{'Fn::If':['C',{'Key':'env','Value':'prod'},{'Ref':'AWS::NoValue'}]}]}"));
    assertThat(serverless.properties())
        .isEqualTo(Nodes.of("{'Tags':{'env':{'Fn::If':['C','prod',{'Ref':'AWS::NoValue'}]}}}"));
  }

  @Test
  void apply_tracing_isWrittenAsEachOfTheTwoWantsIt() {
    Change active = new Change.Tracing(Text.of("PassThrough"), Text.of("Active"), "why");
    FunctionResource lambda = Functions.lambda("{}");
    FunctionResource serverless = Functions.serverless("{}", "{}");
    writer.apply(active, lambda);
    writer.apply(active, serverless);

    assertThat(lambda.properties()).isEqualTo(Nodes.of("{'TracingConfig':{'Mode':'Active'}}"));
    assertThat(serverless.properties()).isEqualTo(Nodes.of("{'Tracing':'Active'}"));
  }

  @Test
  void apply_whatOthersWrite_changesNothing() {
    FunctionResource function = Functions.lambda("{'Handler':'a'}");
    writer.apply(new Change.Variable("A", null, Text.of("1"), "why"), function);
    writer.apply(new Change.Tag("env", null, Text.of("x"), "why"), function);

    assertThat(function.properties()).isEqualTo(Nodes.of("{'Handler':'a'}"));
  }

  @Test
  void warn_findings_standInTheMetadata() {
    FunctionResource function = Functions.lambda("{}");
    writer.warn(function, List.of());
    assertThat(function.resource().has("Metadata")).isFalse();
    writer.warn(function, List.of(new Finding("id", "Orders", "it is so", "Do that")));

    assertThat(function.resource().at("/Metadata/Sleddog/Warnings/0").asText())
        .isEqualTo("it is so. Do that. [id]");
  }

  @Test
  void warn_onceMore_keepsWhatWasSaidAndRepeatsNothing() {
    FunctionResource function = Functions.lambda("{}");
    Finding first = new Finding("one", "Orders", "it is so", "Do that");
    Finding second = new Finding("two", "Orders", "it is other", "Do this");
    writer.warn(function, List.of(first));
    writer.warn(function, List.of(second, first));

    assertThat(function.resource().at("/Metadata/Sleddog/Warnings"))
        .isEqualTo(Nodes.of("['it is so. Do that. [one]','it is other. Do this. [two]']"));
  }
}
