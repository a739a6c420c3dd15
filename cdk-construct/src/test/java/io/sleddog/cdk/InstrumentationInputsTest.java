package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.function.LayerSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.IStableAnyProducer;
import software.amazon.awscdk.Lazy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.CodeSigningConfig;
import software.amazon.awscdk.services.lambda.DockerImageCode;
import software.amazon.awscdk.services.lambda.DockerImageFunction;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.ICodeSigningConfig;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Version;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Functions and forwarders as people hand them in: imported, by resource, late, elsewhere. */
@NeedsNode
class InstrumentationInputsTest {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String FILTER = "AWS::Logs::SubscriptionFilter";
  private static final String ORDERS = "arn:aws:lambda:eu-west-1:123456789012:function:orders";
  private static final String FORWARDER =
      "arn:aws:lambda:eu-west-1:123456789012:function:forwarder";
  private static final String LAYER = "arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:3";
  private static final String OURS = "io.sleddog.lambda.LayerHandler::handleRequest";

  private final Synth synth = Synth.in("eu-west-1");

  static List<Function<Stack, IFunction>> imported() {
    return List.of(
        stack -> reference(stack, ORDERS),
        stack -> reference(stack, ORDERS + ":live"),
        stack -> Version.fromVersionArn(stack, "Imported", ORDERS + ":3"),
        stack ->
            software.amazon.awscdk.services.lambda.Function.fromFunctionAttributes(
                stack,
                "Imported",
                FunctionAttributes.builder().functionArn(ORDERS).sameEnvironment(true).build()));
  }

  @ParameterizedTest
  @MethodSource("imported")
  void add_functionOfAnotherApp_isRefusedWithItsPath(Function<Stack, IFunction> function) {
    instrumentation().add(function.apply(synth.stack));

    assertThatThrownBy(synth::template).hasMessageContainingAll("Stack/Imported", "not-declared");
  }

  @Test
  void forwarder_importedByName_isSubscribedByItsArn() {
    IFunction forwarder =
        software.amazon.awscdk.services.lambda.Function.fromFunctionName(
            synth.stack, "Named", "forwarder");
    new Instrumentation(synth.stack, "Sleddog", props().forwarder(forwarder).build())
        .add(builder(synth.stack, "Orders").build());

    assertThat(synth.only(FILTER).path("DestinationArn").asText()).isEqualTo(FORWARDER);
  }

  @Test
  void forwarder_ofAnotherStack_isExportedFromThere() {
    Stack other = new Stack(synth.app, "Other", synth.sameEnvironment());
    Forwarder forwarder = new Forwarder(other, "Forwarder", Synth.props().build());
    new Instrumentation(synth.stack, "Sleddog", props().forwarder(forwarder).build())
        .add(builder(synth.stack, "Orders").build());

    assertThat(synth.only(FILTER).at("/DestinationArn/Fn::ImportValue").asText())
        .startsWith("Other:");
    assertThat(Synth.allIn(Synth.templateOf(other), "AWS::Lambda::Permission")).isNotEmpty();
  }

  @Test
  void addAll_app_publishesTheLayerOnceInEachStack() {
    Stack other = new Stack(synth.app, "Other", synth.sameEnvironment());
    builder(synth.stack, "Orders").build();
    builder(synth.stack, "Returns").build();
    builder(other, "Stock").build();
    InstrumentationProps props =
        InstrumentationProps.builder().layer(LayerSource.fromZip(Synth.zip().toString())).build();
    new Instrumentation(synth.app, "Sleddog", props).addAll(synth.app);

    for (Stack stack : List.of(synth.stack, other)) {
      JsonNode template = Synth.templateOf(stack);
      assertThat(Synth.allIn(template, "AWS::Lambda::LayerVersion")).hasSize(1);
      assertThat(Synth.allIn(template, FUNCTION))
          .allSatisfy(it -> assertThat(it.at("/Properties/Layers")).hasSize(1));
      assertThat(template.has("Outputs")).isFalse();
    }
  }

  @Test
  void addAll_functionThatAnAspectAdds_isReached() {
    instrumentation().addAll(synth.stack);
    Aspects.of(synth.stack)
        .add(
            node -> {
              if (node instanceof Stack stack && stack.getNode().tryFindChild("Late") == null) {
                builder(stack, "Late").build();
              }
            });

    assertThat(synth.only(FUNCTION).path("Handler").asText()).isEqualTo(OURS);
  }

  @Test
  void add_imageWithAHandlerOfItsOwn_keepsIt() {
    DockerImageFunction function =
        DockerImageFunction.Builder.create(synth.stack, "Orders")
            .code(
                DockerImageCode.fromEcr(
                    Repository.fromRepositoryName(synth.stack, "Images", "orders")))
            .environment(Map.of("DD_LAMBDA_HANDLER", "com.acme.Orders"))
            .build();
    instrumentation().add(function);

    JsonNode properties = synth.only(FUNCTION);
    assertThat(properties.at("/Environment/Variables/DD_LAMBDA_HANDLER").asText())
        .isEqualTo("com.acme.Orders");
    assertThat(properties.has("Handler") || properties.has("Layers")).isFalse();
  }

  @Test
  void add_signedFunctionWithFewRecords_saysBothWithStableIds() {
    ICodeSigningConfig signing =
        CodeSigningConfig.fromCodeSigningConfigArn(
            synth.stack,
            "Signing",
            "arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0123456789abcdef0");
    new Instrumentation(synth.stack, "Sleddog", props().layer(LayerSource.fromArn(LAYER)).build())
        .add(
            builder(synth.stack, "Orders")
                .loggingFormat(LoggingFormat.JSON)
                .systemLogLevelV2(SystemLogLevel.WARN)
                .codeSigningConfig(signing)
                .build());

    Annotations annotations = Annotations.fromStack(synth.stack);
    annotations.hasWarning("*", Match.stringLikeRegexp("sleddog:layer-signature"));
    annotations.hasWarning("*", Match.stringLikeRegexp("sleddog:system-log-level"));
  }

  @Test
  void add_functionWithALogGroupOfAnotherStack_subscribesItByReference() {
    Stack other = new Stack(synth.app, "Other", synth.sameEnvironment());
    LogGroup group = LogGroup.Builder.create(other, "Group").build();
    instrumentation().add(builder(synth.stack, "Orders").logGroup(group).build());

    assertThat(synth.only(FILTER).path("LogGroupName"))
        .isEqualTo(synth.only(FUNCTION).at("/LoggingConfig/LogGroup"));
    assertThat(synth.all("AWS::Logs::LogGroup")).isEmpty();
  }

  @Test
  void add_tagsOfTheApp_winOverThoseOfTheSettings() {
    Tags.of(synth.app).add("service", "all");
    InstrumentationProps props = props().service("orders").tags(Map.of("team", "a")).build();
    new Instrumentation(synth.stack, "Sleddog", props).add(builder(synth.stack, "Orders").build());

    assertThat(synth.only(FUNCTION).path("Tags").toString())
        .contains("{\"Key\":\"service\",\"Value\":\"all\"}", "{\"Key\":\"team\",\"Value\":\"a\"}");
    assertThat(synth.only(FUNCTION).at("/Environment/Variables/DD_SERVICE").asText())
        .isEqualTo("orders");
  }

  @Test
  void add_variablesThatAreMadeLate_countAsTheFunctions() {
    IStableAnyProducer late = () -> Map.of("DD_ENV", "late", "MINE", "1");
    resource()
        .environment(CfnFunction.EnvironmentProperty.builder().variables(Lazy.any(late)).build())
        .build();
    new Instrumentation(synth.stack, "Sleddog", props().env("prod").build()).addAll(synth.stack);

    JsonNode variables = synth.only(FUNCTION).at("/Environment/Variables");
    assertThat(variables.path("DD_ENV").asText()).isEqualTo("late");
    assertThat(variables.path("MINE").asText()).isEqualTo("1");
    assertThat(variables.path("DD_LAMBDA_HANDLER").asText()).isEqualTo("com.acme.Orders");
  }

  @Test
  void add_layersThatAreOneExpression_areRefused() {
    CfnParameter layers =
        CfnParameter.Builder.create(synth.stack, "Layers").type("CommaDelimitedList").build();
    resource().layers(layers.getValueAsList()).build();
    new Instrumentation(synth.stack, "Sleddog", props().layer(LayerSource.fromArn(LAYER)).build())
        .addAll(synth.stack);

    assertThatThrownBy(synth::template).hasMessageContainingAll("Stack/Orders", "layers-closed");
  }

  @Test
  void add_environmentThatIsOneExpression_isRefused() {
    resource()
        .environment(Fn.conditionIf("Wanted", Map.of("Variables", Map.of()), Aws.NO_VALUE))
        .build();
    instrumentation().addAll(synth.stack);

    assertThatThrownBy(synth::template)
        .hasMessageContainingAll("Stack/Orders", "environment-closed");
  }

  @Test
  void add_olderLayerOfAResource_isReplacedInItsPlace() {
    String other = "arn:aws:lambda:eu-west-1:123456789012:layer:other:1";
    resource().layers(List.of(LAYER.replace(":3", ":2"), other)).build();
    new Instrumentation(synth.stack, "Sleddog", props().layer(LayerSource.fromArn(LAYER)).build())
        .addAll(synth.stack);

    assertThat(synth.only(FUNCTION).path("Layers"))
        .extracting(JsonNode::asText)
        .containsExactly(LAYER, other);
  }

  private Instrumentation instrumentation() {
    return new Instrumentation(synth.stack, "Sleddog", props().build());
  }

  private static InstrumentationProps.Builder props() {
    return InstrumentationProps.builder().forwarderArn(FORWARDER).layer(LayerSource.none());
  }

  private static IFunction reference(Stack stack, String arn) {
    return software.amazon.awscdk.services.lambda.Function.fromFunctionArn(stack, "Imported", arn);
  }

  private static software.amazon.awscdk.services.lambda.Function.Builder builder(
      Construct scope, String id) {
    return software.amazon.awscdk.services.lambda.Function.Builder.create(scope, id)
        .runtime(Runtime.JAVA_21)
        .handler("com.acme." + id)
        .code(Code.fromAsset(Synth.zip().toString()));
  }

  private CfnFunction.Builder resource() {
    return CfnFunction.Builder.create(synth.stack, "Orders")
        .runtime("java21")
        .handler("com.acme.Orders")
        .role("arn:aws:iam::123456789012:role/r")
        .code(CfnFunction.CodeProperty.builder().s3Bucket("code").s3Key("orders.jar").build());
  }
}
