package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sleddog.cdk.function.LayerSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

/** Which functions are reached, across stages, stacks and regions, and which are left alone. */
@NeedsNode
class InstrumentationScopesTest {
  private static final String FORWARDER =
      "arn:aws:lambda:eu-west-1:123456789012:function:forwarder";
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String FILTER = "AWS::Logs::SubscriptionFilter";

  private final Synth synth = Synth.in("eu-west-1");

  @Test
  void addAll_app_reachesItsStages() {
    Stage stage = new Stage(synth.app, "Prod");
    function(new Stack(stage, "Inner"), "Orders");
    new Instrumentation(synth.stack, "Sleddog", props().build()).addAll(synth.app);

    assertThat(handlers(synth.app, "Prod"))
        .containsExactly("io.sleddog.lambda.LayerHandler::handleRequest");
  }

  @Test
  void addAll_stage_reachesItsOwnFunctions() {
    Stage stage = new Stage(synth.app, "Prod");
    Stack inner = new Stack(stage, "Inner");
    function(inner, "Orders");
    new Instrumentation(inner, "Sleddog", props().build()).addAll(stage);

    assertThat(handlers(synth.app, "Prod"))
        .containsExactly("io.sleddog.lambda.LayerHandler::handleRequest");
  }

  @Test
  void addAll_beforeAStage_saysSoInsteadOfLeavingItOut() {
    new Instrumentation(synth.stack, "Sleddog", props().build()).addAll(synth.app);
    Stage stage = new Stage(synth.app, "Late");
    function(new Stack(stage, "Inner"), "Orders");

    assertThatThrownBy(synth.app::synth).hasMessageContainingAll("Late", "stage-late");
  }

  @Test
  void add_withTheFunctionThatIsTheForwarder_leavesThatAlone() {
    Function forwarder = function(synth.stack, "Own");
    Alias alias =
        Alias.Builder.create(synth.stack, "Live")
            .aliasName("live")
            .version(forwarder.getCurrentVersion())
            .build();
    function(synth.stack, "Orders");
    new Instrumentation(synth.stack, "Sleddog", props().forwarder(alias).build())
        .addAll(synth.stack)
        .add(forwarder);

    List<JsonNode> functions = synth.all(FUNCTION);
    assertThat(functions)
        .extracting(it -> it.at("/Properties/Handler").asText())
        .containsExactlyInAnyOrder("com.acme.Own", "io.sleddog.lambda.LayerHandler::handleRequest");
    assertThat(synth.all(FILTER)).hasSize(1);
    Annotations.fromStack(synth.stack)
        .hasWarning("*", Match.stringLikeRegexp("it is the forwarder, which stays"));
  }

  @Test
  void add_functionOfTheForwardersName_isLeftAloneInEveryPartition() {
    Synth anyPartition = Synth.inAnyPartitionOf("eu-west-1");
    Function.Builder.create(anyPartition.stack, "Named")
        .functionName("forwarder")
        .runtime(Runtime.JAVA_21)
        .handler("com.acme.Named")
        .code(Code.fromAsset(Synth.zip().toString()))
        .build();
    new Instrumentation(anyPartition.stack, "Sleddog", props().build()).addAll(anyPartition.stack);

    assertThat(anyPartition.only(FUNCTION).path("Handler").asText()).isEqualTo("com.acme.Named");
    assertThat(anyPartition.all(FILTER)).isEmpty();
  }

  @Test
  void forwarder_ofAStackInAnotherRegion_isRefusedInOurWords() {
    Environment elsewhere =
        Environment.builder().account(Synth.ACCOUNT).region("us-east-1").build();
    Stack other = new Stack(synth.app, "Other", StackProps.builder().env(elsewhere).build());
    Forwarder forwarder = new Forwarder(other, "Forwarder", Synth.props().build());
    Function function = function(synth.stack, "Orders");
    new Instrumentation(synth.stack, "Sleddog", props().forwarder(forwarder).build()).add(function);

    assertThatThrownBy(synth::template)
        .hasMessageContainingAll("Stack/Orders", "us-east-1", "eu-west-1", "forwarder-region");
  }

  @Test
  void props_withMistakes_areReportedTogetherWithThePath() {
    InstrumentationProps props =
        props()
            .forwarderArn("nope")
            .site("nowhere")
            .variable("AWS_REGION", "x")
            .logGroup(it -> it.withRetentionDays(4))
            .build();

    assertThatThrownBy(() -> new Instrumentation(synth.stack, "Sleddog", props))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "Stack/Sleddog", "forwarder-arn", "[site]", "reserved-name", "retention");
  }

  private static InstrumentationProps.Builder props() {
    return InstrumentationProps.builder().forwarderArn(FORWARDER).layer(LayerSource.none());
  }

  private static Function function(Construct scope, String id) {
    return Function.Builder.create(scope, id)
        .runtime(Runtime.JAVA_21)
        .handler("com.acme." + id)
        .code(Code.fromAsset(Synth.zip().toString()))
        .build();
  }

  private static List<String> handlers(App app, String stage) {
    JsonNode template =
        new ObjectMapper()
            .valueToTree(
                app.synth()
                    .getNestedAssembly("assembly-" + stage)
                    .getStacks()
                    .get(0)
                    .getTemplate());
    return Synth.allIn(template, FUNCTION).stream()
        .map(it -> it.at("/Properties/Handler").asText())
        .toList();
  }
}
