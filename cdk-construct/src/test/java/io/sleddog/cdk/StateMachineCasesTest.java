package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.function.LayerSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.Pass;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

/** State machines with logging of their own, and several instrumentations on one. */
@NeedsNode
class StateMachineCasesTest {
  private static final String MACHINE = "AWS::StepFunctions::StateMachine";
  private static final String FILTER = "AWS::Logs::SubscriptionFilter";
  private static final String GROUP_ARN = "arn:aws:logs:eu-west-1:123456789012:log-group:/mine:*";

  private final Synth synth = Synth.in("eu-west-1");

  @ParameterizedTest
  @CsvSource({"ALL, true, false", "ALL, false, true", "ERROR, true, true", "OFF, false, true"})
  void add_withLoggingOfItsOwn_keepsItAndSaysIfStepsAreMissing(
      String level, boolean hasData, boolean isMissing) {
    CfnStateMachine.Builder.create(synth.stack, "Flow")
        .roleArn("arn:aws:iam::123456789012:role/r")
        .definitionString("{}")
        .loggingConfiguration(logging(level, hasData))
        .build();
    instrumentation("Sleddog").addStateMachines(synth.stack);

    assertThat(synth.only(MACHINE).at("/LoggingConfiguration/Level").asText()).isEqualTo(level);
    assertThat(synth.only(FILTER).path("LogGroupName").asText()).isEqualTo("/mine");
    assertThat(
            Annotations.fromStack(synth.stack)
                .findWarning("*", Match.stringLikeRegexp(".*sleddog:state-machine-level.*")))
        .hasSize(isMissing ? 1 : 0);
  }

  @Test
  void add_byTwoInstrumentations_subscribesItOnce() {
    StateMachine flow =
        StateMachine.Builder.create(synth.stack, "Flow")
            .definitionBody(DefinitionBody.fromChainable(new Pass(synth.stack, "Pass")))
            .build();
    instrumentation("One").add(flow);
    instrumentation("Two").addStateMachines(synth.stack);

    assertThat(synth.all(FILTER)).hasSize(1);
    assertThat(synth.all("AWS::Logs::LogGroup")).hasSize(1);
  }

  @Test
  void add_twice_isTheSameAsOnce() {
    StateMachine flow =
        StateMachine.Builder.create(synth.stack, "Flow")
            .definitionBody(DefinitionBody.fromChainable(new Pass(synth.stack, "Pass")))
            .build();
    instrumentation("One").add(flow).add(flow);

    JsonNode machine = synth.only(MACHINE);
    assertThat(machine.at("/LoggingConfiguration/Level").asText()).isEqualTo("ALL");
    assertThat(machine.at("/LoggingConfiguration/IncludeExecutionData").asBoolean()).isTrue();
    assertThat(synth.all(FILTER)).hasSize(1);
  }

  private static CfnStateMachine.LoggingConfigurationProperty logging(
      String level, boolean hasData) {
    return CfnStateMachine.LoggingConfigurationProperty.builder()
        .level(level)
        .includeExecutionData(hasData)
        .destinations(
            List.of(
                CfnStateMachine.LogDestinationProperty.builder()
                    .cloudWatchLogsLogGroup(
                        CfnStateMachine.CloudWatchLogsLogGroupProperty.builder()
                            .logGroupArn(GROUP_ARN)
                            .build())
                    .build()))
        .build();
  }

  private Instrumentation instrumentation(String id) {
    return new Instrumentation(
        synth.stack,
        id,
        InstrumentationProps.builder()
            .forwarderArn("arn:aws:lambda:eu-west-1:123456789012:function:forwarder")
            .layer(LayerSource.none())
            .service("shop")
            .tags(Map.of("team", "a"))
            .build());
  }
}
