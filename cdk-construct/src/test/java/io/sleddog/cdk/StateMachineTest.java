package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.function.LayerSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.Pass;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

@NeedsNode
class StateMachineTest {
  private static final String MACHINE = "AWS::StepFunctions::StateMachine";
  private static final String FILTER = "AWS::Logs::SubscriptionFilter";
  private static final String GROUP = "AWS::Logs::LogGroup";
  private static final String FORWARDER =
      "arn:aws:lambda:eu-west-1:123456789012:function:forwarder";

  private final Synth synth = Synth.in("eu-west-1");

  @Test
  void add_withoutLogs_logsEveryStepToTheForwarder() {
    instrumentation().add(machine("Orders").build());

    JsonNode logging = synth.only(MACHINE).path("LoggingConfiguration");
    assertThat(logging.path("Level").asText()).isEqualTo("ALL");
    assertThat(logging.path("IncludeExecutionData").asBoolean()).isTrue();
    assertThat(logging.at("/Destinations/0").toString()).contains("OrdersSleddogLogGroup");
    assertThat(synth.only(GROUP).path("LogGroupName").asText())
        .startsWith("/aws/vendedlogs/states/")
        .endsWith("-Logs");
    assertThat(synth.only(FILTER).path("DestinationArn").asText()).isEqualTo(FORWARDER);
    assertThat(synth.statement("LogDelivery").path("Action").toString())
        .contains("logs:CreateLogDelivery", "logs:PutResourcePolicy");
  }

  @Test
  void add_anyStateMachine_isLabelledAsTheFunctions() {
    instrumentation().add(machine("Orders").build());

    assertThat(synth.only(MACHINE).path("Tags").toString())
        .contains("{\"Key\":\"DD_TRACE_ENABLED\",\"Value\":\"true\"}")
        .contains("{\"Key\":\"service\",\"Value\":\"shop\"}")
        .contains("{\"Key\":\"env\",\"Value\":\"prod\"}")
        .contains("{\"Key\":\"team\",\"Value\":\"a\"}");
  }

  @Test
  void add_taggedStateMachine_keepsItsTags() {
    StateMachine machine = machine("Orders").build();
    Tags.of(machine).add("service", "mine");

    instrumentation().add(machine);

    assertThat(synth.only(MACHINE).path("Tags").toString())
        .contains("{\"Key\":\"service\",\"Value\":\"mine\"}")
        .doesNotContain("shop");
  }

  @Test
  void add_withLogsOfItsOwn_subscribesThoseAndSaysWhatIsMissing() {
    LogGroup group = new LogGroup(synth.stack, "Mine");
    instrumentation().add(logging("Orders", group, LogLevel.ERROR).build());

    assertThat(synth.only(MACHINE).at("/LoggingConfiguration/Level").asText()).isEqualTo("ERROR");
    assertThat(synth.only(FILTER).path("LogGroupName").toString()).contains("Mine");
    assertThat(synth.all(GROUP)).hasSize(1);
    Annotations.fromStack(synth.stack)
        .hasWarning("*", Match.stringLikeRegexp(".*sleddog:state-machine-level.*"));
  }

  @Test
  void add_twoOfOneLogGroup_subscribesItOnce() {
    LogGroup group = new LogGroup(synth.stack, "Mine");
    Instrumentation sleddog = instrumentation();

    sleddog.add(logging("One", group, LogLevel.ALL).build());
    StateMachine two = logging("Two", group, LogLevel.ALL).build();
    sleddog.add(two).add(two);

    assertThat(synth.all(FILTER)).hasSize(1);
  }

  @Test
  void addStateMachines_ofL1_asksForTheRightsOfItsRole() {
    CfnStateMachine.Builder.create(synth.stack, "Plain")
        .roleArn("arn:aws:iam::123456789012:role/r")
        .definitionString("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}")
        .build();

    instrumentation().addStateMachines(synth.stack);

    assertThat(synth.all(FILTER)).hasSize(1);
    Annotations.fromStack(synth.stack)
        .hasWarning("*", Match.stringLikeRegexp(".*sleddog:state-machine-role.*"));
  }

  @Test
  void add_importedOrWithoutForwarder_isRefused() {
    var imported = StateMachine.fromStateMachineName(synth.stack, "Theirs", "theirs");

    assertThatThrownBy(() -> instrumentation().add(imported))
        .hasMessageContaining("Stack/Theirs: it is not of this app");
    Instrumentation aimless =
        new Instrumentation(
            synth.stack,
            "Aimless",
            InstrumentationProps.builder().layer(LayerSource.none()).build());
    assertThatThrownBy(() -> aimless.addStateMachines(synth.stack))
        .hasMessageContaining("has no forwarder");
  }

  private Instrumentation instrumentation() {
    return new Instrumentation(
        synth.stack,
        "Sleddog",
        InstrumentationProps.builder()
            .forwarderArn(FORWARDER)
            .layer(LayerSource.none())
            .service("shop")
            .env("prod")
            .tags(Map.of("team", "a"))
            .build());
  }

  private StateMachine.Builder logging(String id, LogGroup group, LogLevel level) {
    return machine(id)
        .logs(
            LogOptions.builder()
                .destination(group)
                .level(level)
                .includeExecutionData(true)
                .build());
  }

  private StateMachine.Builder machine(String id) {
    return StateMachine.Builder.create(synth.stack, id)
        .definitionBody(DefinitionBody.fromChainable(new Pass(synth.stack, id + "Start")));
  }
}
