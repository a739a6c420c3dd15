package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.function.LayerSource;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Variable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SingletonFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

@NeedsNode
class InstrumentationTest {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String FILTER = "AWS::Logs::SubscriptionFilter";
  private static final String FORWARDER =
      "arn:aws:lambda:eu-west-1:123456789012:function:forwarder";
  private static final String LAYER = "arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:7";

  private final Synth synth = Synth.in("eu-west-1");

  @Test
  void add_javaFunction_redirectsLabelsAndSubscribes() {
    instrumentation().add(function("Orders"));

    JsonNode function = synth.only(FUNCTION);
    assertThat(function.path("Handler").asText())
        .isEqualTo("io.sleddog.lambda.LayerHandler::handleRequest");
    assertThat(variables().path("DD_LAMBDA_HANDLER").asText()).isEqualTo("com.acme.Orders");
    assertThat(variables().path("DD_SERVICE").asText()).isEqualTo("shop");
    assertThat(variables().path("DD_TAGS").asText()).isEqualTo("team:a");
    assertThat(variables().path("DD_FLUSH_TO_LOG").asText()).isEqualTo("true");
    assertThat(function.at("/Layers/0").asText()).isEqualTo(LAYER);
    assertThat(function.path("Tags").toString()).contains("shop", "prod", "cdk");
    JsonNode filter = synth.only(FILTER);
    assertThat(filter.path("DestinationArn").asText()).isEqualTo(FORWARDER);
    assertThat(filter.path("FilterName").asText()).isEqualTo("sleddog-forwarder");
    assertThat(filter.at("/LogGroupName/Ref").asText()).startsWith("OrdersSleddogLogGroup");
    assertThat(synth.all("AWS::Logs::LogGroup").get(0).path("DeletionPolicy").asText())
        .isEqualTo("Retain");
  }

  @Test
  void add_theSameTwice_changesItOnce() {
    Function function = function("Orders");

    instrumentation().add(function).add(function);

    assertThat(synth.only(FUNCTION).path("Layers")).hasSize(1);
    assertThat(synth.all(FILTER)).hasSize(1);
  }

  @Test
  void add_beforeLateEnvironment_keepsWhatTheUserSets() {
    Function function = function("Orders");
    instrumentation().add(function);
    function.addEnvironment("DD_SERVICE", "mine");
    function.addEnvironment("DD_TAGS", "team:b,x:y");

    assertThat(variables().path("DD_SERVICE").asText()).isEqualTo("mine");
    assertThat(variables().path("DD_TAGS").asText()).isEqualTo("team:b,x:y");
    assertThat(synth.only(FUNCTION).path("Tags").toString()).contains("mine");
  }

  @Test
  void add_functionWithLogGroup_subscribesThatOne() {
    LogGroup group = new LogGroup(synth.stack, "Mine");

    instrumentation().add(builder("Orders").logGroup(group).build());

    assertThat(synth.only(FILTER).at("/LogGroupName/Ref").asText()).startsWith("Mine");
    assertThat(synth.all("AWS::Logs::LogGroup")).hasSize(1);
  }

  @Test
  void add_functionWithLogGroupOfAnotherStack_imports() {
    Stack other = new Stack(synth.app, "Other", synth.sameEnvironment());
    LogGroup group = new LogGroup(other, "Mine");

    instrumentation().add(builder("Orders").logGroup(group).build());

    assertThat(synth.only(FILTER).toString()).contains("Fn::ImportValue");
  }

  @Test
  void add_tagsOfTheStack_stay() {
    Tags.of(synth.stack).add("env", "theirs");

    instrumentation().add(function("Orders"));

    assertThat(synth.only(FUNCTION).path("Tags").toString()).contains("theirs");
  }

  @Test
  void add_alias_instrumentsTheFunctionBeforeItsVersion() {
    Function function = function("Orders");
    Alias alias =
        Alias.Builder.create(synth.stack, "Live")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();

    instrumentation().add(alias).add(function.getCurrentVersion());

    assertThat(synth.only(FUNCTION).path("Handler").asText()).startsWith("io.sleddog");
    assertThat(synth.all("AWS::Lambda::Version")).hasSize(1);
  }

  @Test
  void add_singletonFunction_isInstrumented() {
    instrumentation()
        .add(
            SingletonFunction.Builder.create(synth.stack, "Once")
                .uuid("3f0c5a6e-0000-4000-8000-000000000001")
                .runtime(Runtime.JAVA_21)
                .handler("com.acme.Once")
                .code(Code.fromAsset(Synth.zip().toString()))
                .build());

    assertThat(synth.only(FUNCTION).path("Handler").asText()).startsWith("io.sleddog");
  }

  @Test
  void add_functionOfANestedStack_staysInItsStack() {
    NestedStack nested = new NestedStack(synth.stack, "Nested");
    instrumentation().add(builder(nested, "Orders").build());

    JsonNode template = Synth.templateOf(nested);
    assertThat(Synth.allIn(template, FILTER)).hasSize(1);
    assertThat(Synth.allIn(template, FUNCTION).get(0).at("/Properties/Layers")).hasSize(1);
  }

  @Test
  void add_importedFunctions_areReportedTogether() {
    instrumentation()
        .add(Function.fromFunctionName(synth.stack, "One", "one"))
        .add(Function.fromFunctionName(synth.stack, "Two", "two"));

    assertThatThrownBy(synth::template)
        .hasMessageContaining("[Stack/Sleddog]")
        .hasMessageContaining("Stack/One: it is not of this app")
        .hasMessageContaining("Stack/Two: it is not of this app");
  }

  @Test
  void add_functionWithFiveLayers_isRefusedWithItsPath() {
    Function.Builder builder = builder("Orders");
    builder.layers(
        List.of(1, 2, 3, 4, 5).stream()
            .map(
                number ->
                    LayerVersion.fromLayerVersionArn(
                        synth.stack, "L" + number, LAYER.replace("sleddog:7", "l" + number + ":1")))
            .toList());
    instrumentation().add(builder.build());

    assertThatThrownBy(synth::template).hasMessageContainingAll("Stack/Orders", "layer-limit");
  }

  @Test
  void add_pythonFunction_isSubscribedWithAWord() {
    instrumentation()
        .add(builder("Worker").runtime(Runtime.PYTHON_3_13).handler("app.handler").build());

    assertThat(synth.only(FUNCTION).path("Handler").asText()).isEqualTo("app.handler");
    assertThat(synth.all(FILTER)).hasSize(1);
    Annotations.fromStack(synth.stack)
        .hasWarning("*", Match.stringLikeRegexp(".*sleddog:not-java.*"));
  }

  @Test
  void add_functionOfL1_isInstrumentedByItsScope() {
    Construct scope = new Construct(synth.stack, "Scope");
    CfnFunction.Builder.create(scope, "Plain")
        .runtime("java21")
        .handler("com.acme.Plain")
        .role("arn:aws:iam::123456789012:role/r")
        .code(CfnFunction.CodeProperty.builder().s3Bucket("bucket").s3Key("k").build())
        .layers(List.of("arn:aws:lambda:eu-west-1:123456789012:layer:theirs:1"))
        .environment(
            CfnFunction.EnvironmentProperty.builder().variables(Map.of("MINE", "1")).build())
        .build();

    instrumentation().addAll(scope);

    assertThat(synth.only(FUNCTION).path("Layers")).hasSize(2);
    assertThat(variables().path("MINE").asText()).isEqualTo("1");
    assertThat(variables().path("DD_LAMBDA_HANDLER").asText()).isEqualTo("com.acme.Plain");
  }

  @Test
  void addAll_stack_takesFunctionsToComeButNotTheForwarder() {
    Forwarder forwarder = synth.forwarder();
    Instrumentation sleddog =
        new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder()
                .forwarder(forwarder)
                .layer(LayerSource.fromArn(LAYER))
                .build());
    sleddog.addAll(synth.stack).exclude(function("Left"));
    function("Orders");

    assertThat(synth.all(FILTER))
        .singleElement()
        .satisfies(
            filter -> {
              assertThat(filter.at("/Properties/LogGroupName/Ref").asText()).startsWith("Orders");
              assertThat(filter.at("/DependsOn/0").asText()).startsWith("ForwarderInvokeByLogs");
            });
  }

  @Test
  void layer_fromZip_isPublishedOnceAStack() {
    Instrumentation sleddog =
        new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder()
                .layer(LayerSource.fromZip(Synth.zip().toString()))
                .build());
    sleddog.add(function("One")).add(function("Two"));

    assertThat(synth.all("AWS::Lambda::LayerVersion")).hasSize(1);
    assertThat(synth.all(FILTER)).isEmpty();
  }

  @Test
  void props_otherWays_areFollowed() {
    new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder()
                .forwarderArn(FORWARDER)
                .layer(LayerSource.fromArn(LAYER))
                .activation(Activation.EXEC_SCRIPT)
                .with(Variable.CAPTURE_LAMBDA_PAYLOAD, true)
                .variable("DD_SERVICE_MAPPING", "a:b")
                .logGroup(LogGroupWish::existingOnly)
                .xray(true)
                .overwrite(true)
                .build())
        .add(function("Orders"))
        .grantInvokeForwarder()
        .subscribe(new LogGroup(synth.stack, "Api"));

    assertThat(variables().path("AWS_LAMBDA_EXEC_WRAPPER").asText()).isEqualTo("/opt/sleddog");
    assertThat(variables().path("DD_CAPTURE_LAMBDA_PAYLOAD").asText()).isEqualTo("true");
    assertThat(variables().path("DD_SERVICE_MAPPING").asText()).isEqualTo("a:b");
    assertThat(synth.only(FUNCTION).at("/TracingConfig/Mode").asText()).isEqualTo("Active");
    assertThat(synth.only("AWS::Lambda::Permission").path("FunctionName").asText())
        .isEqualTo(FORWARDER);
    assertThat(synth.all(FILTER)).hasSize(2);
  }

  private Instrumentation instrumentation() {
    return new Instrumentation(
        synth.stack,
        "Sleddog",
        InstrumentationProps.builder()
            .forwarderArn(FORWARDER)
            .layer(LayerSource.fromArn(LAYER))
            .service("shop")
            .env("prod")
            .tags(Map.of("team", "a"))
            .build());
  }

  private Function function(String id) {
    return builder(id).build();
  }

  private Function.Builder builder(String id) {
    return builder(synth.stack, id);
  }

  private static Function.Builder builder(Construct scope, String id) {
    return Function.Builder.create(scope, id)
        .runtime(Runtime.JAVA_21)
        .handler("com.acme." + id)
        .code(Code.fromAsset(Synth.zip().toString()));
  }

  private JsonNode variables() {
    return synth.only(FUNCTION).at("/Environment/Variables");
  }
}
