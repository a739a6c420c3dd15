package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.function.LayerSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.CfnSubscriptionFilter;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.LogGroupClass;

@NeedsNode
class InstrumentationCasesTest {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String FILTER = "AWS::Logs::SubscriptionFilter";

  private final Synth synth = Synth.anywhere();

  @Test
  void stack_withoutRegion_writesWhatTheDeploymentKnows() {
    Forwarder forwarder = synth.forwarder();
    new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder()
                .forwarder(forwarder)
                .layer(LayerSource.fromZip(Synth.zip().toString()))
                .variable("MY_REGION", Aws.REGION)
                .build())
        .add(function().build());

    JsonNode orders = orders();
    assertThat(orders.at("/Environment/Variables/MY_REGION/Ref").asText()).isEqualTo("AWS::Region");
    assertThat(orders.at("/Layers/0/Ref").asText()).startsWith("SleddogLayer");
    assertThat(synth.only(FILTER).at("/DestinationArn/Fn::GetAtt/0").asText())
        .startsWith("ForwarderFunction");
    assertThat(synth.all("AWS::Logs::LogGroup").toString())
        .contains("\"/aws/lambda/\",{\"Ref\":\"Orders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-gov-west-1", "cn-north-1"})
  void stack_ofAnotherPartition_takesItsOwnForwarder(String region) {
    Synth there = Synth.in(region);
    String partition = region.startsWith("cn") ? "aws-cn" : "aws-us-gov";
    String place = "arn:" + partition + ":lambda:" + region + ":" + Synth.ACCOUNT;
    new Instrumentation(
            there.stack,
            "Sleddog",
            InstrumentationProps.builder()
                .forwarderArn(place + ":function:forwarder")
                .layer(LayerSource.fromArn(place + ":layer:sleddog:1"))
                .build())
        .add(function(there).build());

    assertThat(there.only(FILTER).path("DestinationArn").asText()).startsWith(place);
    assertThat(there.only(FUNCTION).at("/Layers/0").asText()).startsWith(place);
  }

  @Test
  void forwarder_ofAnotherRegion_isRefused() {
    Synth there = Synth.in("eu-west-1");
    new Instrumentation(
            there.stack,
            "Sleddog",
            InstrumentationProps.builder()
                .forwarderArn("arn:aws:lambda:us-east-1:123456789012:function:forwarder")
                .layer(LayerSource.none())
                .build())
        .add(function(there).build());

    assertThatThrownBy(there::template).hasMessageContaining("forwarder-region");
  }

  @Test
  void tags_withTokens_areMergedWithoutLosingThem() {
    CfnParameter team = new CfnParameter(synth.stack, "Team");
    Function function =
        function().environment(Map.of("DD_TAGS", "team:" + team.getValueAsString())).build();
    new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder()
                .layer(LayerSource.none())
                .tags(Map.of("cost", "shop"))
                .build())
        .add(function);

    assertThat(orders().at("/Environment/Variables/DD_TAGS").toString())
        .contains("{\"Ref\":\"Team\"}", "cost:shop");
  }

  @Test
  void logGroup_withTwoFiltersDeclared_isRefused() {
    LogGroup group = new LogGroup(synth.stack, "Mine");
    for (String id : List.of("One", "Two")) {
      CfnSubscriptionFilter.Builder.create(group, id)
          .destinationArn("arn:aws:lambda:eu-west-1:123456789012:function:" + id)
          .filterPattern("")
          .logGroupName(group.getLogGroupName())
          .build();
    }
    new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder()
                .forwarder(synth.forwarder())
                .layer(LayerSource.none())
                .build())
        .add(function().logGroup(group).build());

    assertThatThrownBy(synth::template).hasMessageContainingAll("Stack/Orders", "filter-limit");
  }

  @Test
  void image_function_keepsItsOwnHandler() {
    CfnFunction.Builder.create(synth.stack, "Image")
        .packageType("Image")
        .role("arn:aws:iam::123456789012:role/r")
        .code(CfnFunction.CodeProperty.builder().imageUri("1.dkr.ecr/x:1").build())
        .build();
    new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder().layer(LayerSource.none()).service("image").build())
        .addAll(synth.stack);

    JsonNode function = synth.only(FUNCTION);
    assertThat(function.has("Handler")).isFalse();
    assertThat(function.has("Layers")).isFalse();
    assertThat(function.at("/Environment/Variables/DD_SERVICE").asText()).isEqualTo("image");
  }

  @Test
  void layers_ofTwoSources_areEachTheirOwn() {
    String layer = "arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:";
    Synth there = Synth.in("eu-west-1");
    String signed = Synth.zip().toString();
    List<LayerSource> sources =
        List.of(
            LayerSource.fromArn(layer + 3),
            LayerSource.fromZip(signed),
            LayerSource.fromArn(layer + 4),
            LayerSource.fromZip(signed),
            LayerSource.none());
    for (int i = 0; i < sources.size(); i++) {
      InstrumentationProps props = InstrumentationProps.builder().layer(sources.get(i)).build();
      new Instrumentation(there.stack, "Sleddog" + i, props)
          .add(function(there, "Orders" + i).build());
    }

    assertThat(there.all(FUNCTION))
        .extracting(it -> it.at("/Properties/Layers/0"))
        .extracting(it -> it.isTextual() ? it.asText() : it.path("Ref").asText())
        .satisfies(
            it -> {
              assertThat(it.get(0)).isEqualTo(layer + 3);
              assertThat(it.get(2)).isEqualTo(layer + 4);
              assertThat(it.get(1)).startsWith("SleddogLayer").isEqualTo(it.get(3));
              assertThat(it.get(4)).isEmpty();
            });
    assertThat(there.all("AWS::Lambda::LayerVersion")).hasSize(1);
  }

  @Test
  void variables_thatTheDeploymentKnows_labelTheFunctionToo() {
    CfnParameter stage = CfnParameter.Builder.create(synth.stack, "Stage").build();
    InstrumentationProps props =
        InstrumentationProps.builder()
            .forwarderArn("{{resolve:ssm:/forwarder}}")
            .layer(LayerSource.none())
            .service("{{resolve:ssm:/service}}")
            .build();
    new Instrumentation(synth.stack, "Sleddog", props)
        .add(function().environment(Map.of("DD_ENV", stage.getValueAsString())).build());

    assertThat(orders().path("Tags").toString())
        .contains("{\"Key\":\"env\",\"Value\":{\"Ref\":\"Stage\"}}")
        .contains("{\"Key\":\"service\",\"Value\":\"{{resolve:ssm:/service}}\"}");
    assertThat(synth.only(FILTER).path("DestinationArn").asText())
        .isEqualTo("{{resolve:ssm:/forwarder}}");
  }

  @Test
  void function_underACondition_hasItsLogGroupAndFilterUnderIt() {
    Function function = function().build();
    CfnCondition condition =
        CfnCondition.Builder.create(synth.stack, "Wanted")
            .expression(Fn.conditionEquals(Aws.REGION, "eu-west-1"))
            .build();
    ((CfnFunction) function.getNode().getDefaultChild()).getCfnOptions().setCondition(condition);
    instrumentation().add(function);

    assertThat(synth.all("AWS::Logs::LogGroup").get(0).path("Condition").asText())
        .isEqualTo("Wanted");
    assertThat(synth.all(FILTER).get(0).path("Condition").asText()).isEqualTo("Wanted");
  }

  @Test
  void logGroup_underACondition_hasItsFilterUnderIt() {
    CfnCondition condition =
        CfnCondition.Builder.create(synth.stack, "Wanted")
            .expression(Fn.conditionEquals(Aws.REGION, "eu-west-1"))
            .build();
    CfnLogGroup group =
        CfnLogGroup.Builder.create(synth.stack, "Group").logGroupName("/aws/lambda/orders").build();
    group.getCfnOptions().setCondition(condition);
    instrumentation().add(function().functionName("orders").build());

    assertThat(synth.all(FILTER).get(0).path("Condition").asText()).isEqualTo("Wanted");
  }

  @Test
  void logGroup_ofAClassWithoutSubscriptions_isRefused() {
    LogGroup group =
        LogGroup.Builder.create(synth.stack, "Group")
            .logGroupClass(LogGroupClass.INFREQUENT_ACCESS)
            .build();
    instrumentation().add(function().logGroup(group).build());

    assertThatThrownBy(synth::template).hasMessageContainingAll("Stack/Orders", "log-group-class");
  }

  private Instrumentation instrumentation() {
    return new Instrumentation(
        synth.stack,
        "Sleddog",
        InstrumentationProps.builder()
            .forwarderArn("arn:aws:lambda:eu-west-1:123456789012:function:forwarder")
            .layer(LayerSource.none())
            .build());
  }

  @Test
  void subscribe_withoutForwarder_isAMistake() {
    Instrumentation sleddog =
        new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder().layer(LayerSource.none()).build());

    assertThatThrownBy(() -> sleddog.subscribe(new LogGroup(synth.stack, "Api")))
        .hasMessage("Stack/Sleddog has no forwarder");
  }

  private Function.Builder function() {
    return function(synth);
  }

  private static Function.Builder function(Synth synth) {
    return function(synth, "Orders");
  }

  private static Function.Builder function(Synth synth, String id) {
    return Function.Builder.create(synth.stack, id)
        .runtime(Runtime.JAVA_21)
        .handler("com.acme.Orders")
        .code(Code.fromAsset(Synth.zip().toString()));
  }

  private JsonNode orders() {
    return synth.all(FUNCTION).stream()
        .map(function -> function.path("Properties"))
        .filter(function -> !function.path("Handler").asText().contains("forwarder"))
        .findFirst()
        .orElseThrow();
  }
}
