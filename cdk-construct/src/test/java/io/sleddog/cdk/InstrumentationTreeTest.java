package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.function.LayerSource;
import io.sleddog.plan.settings.Activation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.cloudfront.experimental.EdgeFunction;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.DockerImageCode;
import software.amazon.awscdk.services.lambda.DockerImageFunction;
import software.amazon.awscdk.services.lambda.DockerImageFunctionProps;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.CfnSubscriptionFilter;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.Source;

/** Functions as they stand in the trees of real apps, beside other constructs and instrumenters. */
@NeedsNode
class InstrumentationTreeTest {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String FILTER = "AWS::Logs::SubscriptionFilter";
  private static final String GROUP = "AWS::Logs::LogGroup";
  private static final String FORWARDER =
      "arn:aws:lambda:eu-west-1:123456789012:function:forwarder";

  private final Synth synth = Synth.in("eu-west-1");

  @Test
  void add_functionsOfOneLogGroup_subscribesItOnce() {
    LogGroup group = new LogGroup(synth.stack, "Shared");
    instrumentation("Sleddog")
        .add(builder("One").logGroup(group).build())
        .add(builder("Two").logGroup(group).build());

    assertThat(synth.only(FILTER).at("/LogGroupName/Ref").asText()).startsWith("Shared");
  }

  @Test
  void add_byTwoInstrumentations_isTheSameAsByOne() {
    Function function = builder("Orders").build();
    instrumentation("One").add(function);
    instrumentation("Two").addAll(synth.stack);

    assertThat(synth.all(FILTER)).hasSize(1);
    assertThat(synth.all(GROUP)).hasSize(1);
    assertThat(synth.only(FUNCTION).at("/Environment/Variables/DD_LAMBDA_HANDLER").asText())
        .isEqualTo("com.acme.Orders");
  }

  @Test
  void add_sharedLogGroupByTwoInstrumentations_subscribesItOnce() {
    LogGroup group = new LogGroup(synth.stack, "Shared");
    builder("One").logGroup(group).build();
    builder("Two").logGroup(group).build();
    instrumentation("A").addAll(synth.stack);
    instrumentation("B").addAll(synth.stack);

    assertThat(synth.all(FILTER)).hasSize(1);
  }

  @Test
  void subscribe_logGroupOfAFunctionAsWell_isOneFilter() {
    LogGroup group = new LogGroup(synth.stack, "Mine");
    Instrumentation sleddog = instrumentation("Sleddog");
    sleddog.add(builder("Orders").logGroup(group).build()).subscribe(group);

    assertThat(synth.all(FILTER)).hasSize(1);
  }

  @Test
  @SuppressWarnings("deprecation") // many apps have it still
  void add_functionWithLogRetention_subscribesWhatTheHelperMakes() {
    instrumentation("Sleddog").add(builder("Orders").logRetention(RetentionDays.ONE_WEEK).build());

    assertThat(synth.only(FILTER).path("LogGroupName").toString())
        .contains("OrdersLogRetention", "LogGroupName");
    assertThat(synth.all(GROUP)).isEmpty();
  }

  @Test
  void add_inAnAppWithManagedLogGroups_takesThose() {
    Synth there = Synth.with("@aws-cdk/aws-lambda:useCdkManagedLogGroup");
    Function function = builder(there, "Orders").build();
    instrumentation(there, "Sleddog").add(function);

    assertThat(there.all(GROUP)).hasSize(1);
    assertThat(there.all(FILTER)).hasSize(1);
  }

  @Test
  void add_functionWhoseGroupIsDeclaredByName_declaresNoSecondOne() {
    builder("Orders").functionName("orders").build();
    CfnLogGroup.Builder.create(synth.stack, "Own").logGroupName("/aws/lambda/orders").build();
    instrumentation("Sleddog").addAll(synth.stack);

    assertThat(synth.all(GROUP)).hasSize(1);
    assertThat(synth.only(FILTER).path("LogGroupName").toString()).contains("Own");
  }

  @Test
  void add_functionWhoseGroupIsDeclaredByItsReference_declaresNoSecondOne() {
    Function function = builder("Orders").build();
    CfnLogGroup.Builder.create(synth.stack, "Own")
        .logGroupName("/aws/lambda/" + function.getFunctionName())
        .build();
    instrumentation("Sleddog").add(function);

    assertThat(synth.all(GROUP)).hasSize(1);
  }

  @Test
  void add_functionsOfOneLogGroupOfAnotherStack_subscribesItOnce() {
    Stack other = new Stack(synth.app, "Other", synth.sameEnvironment());
    LogGroup group = new LogGroup(other, "Shared");
    instrumentation("Sleddog")
        .add(builder("One").logGroup(group).build())
        .add(builder("Two").logGroup(group).build());

    assertThat(synth.only(FILTER).path("LogGroupName").toString()).contains("Fn::ImportValue");
  }

  @Test
  void add_functionWhoseGroupHasAFilterToTheForwarder_addsNoSecondOne() {
    Forwarder forwarder = synth.forwarder();
    LogGroup group = new LogGroup(synth.stack, "Mine");
    CfnSubscriptionFilter.Builder.create(synth.stack, "Theirs")
        .destinationArn(forwarder.function().getFunctionArn())
        .filterPattern("")
        .logGroupName(group.getLogGroupName())
        .build();
    new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder().forwarder(forwarder).layer(LayerSource.none()).build())
        .add(builder("Orders").logGroup(group).build());

    assertThat(synth.all(FILTER)).hasSize(1);
  }

  @Test
  void exclude_behindItsAlias_leavesTheFunctionAlone() {
    Function function = builder("Orders").build();
    Alias alias =
        Alias.Builder.create(synth.stack, "Live")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();
    instrumentation("Sleddog").exclude(alias).addAll(synth.stack);

    assertThat(synth.only(FUNCTION).path("Handler").asText()).isEqualTo("com.acme.Orders");
    assertThat(synth.all(FILTER)).isEmpty();
  }

  @Test
  void addAll_manyFunctions_eachGetsItsOwnGroupAndFilter() {
    for (int i = 0; i < 40; i++) {
      builder("Orders" + i).build();
    }
    instrumentation("Sleddog").addAll(synth.stack);

    assertThat(synth.all(GROUP)).hasSize(40);
    assertThat(synth.all(FILTER))
        .extracting(it -> it.at("/Properties/LogGroupName/Ref").asText())
        .doesNotHaveDuplicates()
        .hasSize(40);
  }

  @Test
  void add_withXray_letsTheRoleWriteTraces() {
    new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder().layer(LayerSource.none()).xray(true).build())
        .add(builder("Orders").build());

    assertThat(synth.statements().toString())
        .contains("xray:PutTraceSegments", "xray:PutTelemetryRecords");
  }

  @Test
  void add_withXrayToAFunctionOfL1_asksForTheRightsOfItsRole() {
    CfnFunction.Builder.create(synth.stack, "Plain")
        .runtime("java21")
        .handler("com.acme.Plain")
        .role("arn:aws:iam::123456789012:role/r")
        .code(CfnFunction.CodeProperty.builder().s3Bucket("bucket").s3Key("k").build())
        .build();
    new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder().layer(LayerSource.none()).xray(true).build())
        .addAll(synth.stack);

    assertThat(synth.only(FUNCTION).at("/TracingConfig/Mode").asText()).isEqualTo("Active");
    Annotations.fromStack(synth.stack)
        .hasWarning("*", Match.stringLikeRegexp(".*xray:PutTraceSegments.*sleddog:xray-role.*"));
  }

  @Test
  void add_redirectInsteadOfTheScript_takesTheScriptAway() {
    Function function =
        builder("Orders")
            .environment(Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/opt/sleddog", "MINE", "1"))
            .build();
    new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder()
                .layer(LayerSource.none())
                .activation(Activation.REDIRECT)
                .overwrite(true)
                .build())
        .add(function);

    JsonNode variables = synth.only(FUNCTION).at("/Environment/Variables");
    assertThat(variables.has("AWS_LAMBDA_EXEC_WRAPPER")).isFalse();
    assertThat(variables.path("MINE").asText()).isEqualTo("1");
    assertThat(synth.only(FUNCTION).path("Handler").asText()).startsWith("io.sleddog.");
  }

  @Test
  void props_ofTexts_becomeVariables() {
    new Instrumentation(
            synth.stack,
            "Sleddog",
            InstrumentationProps.builder()
                .layer(LayerSource.none())
                .site("datadoghq.eu")
                .logLevel("debug")
                .version("1.2")
                .git("abc", "https://me:secret@github.com/acme/shop")
                .build())
        .add(builder("Orders").build());

    JsonNode variables = synth.only(FUNCTION).at("/Environment/Variables");
    assertThat(variables.path("DD_SITE").asText()).isEqualTo("datadoghq.eu");
    assertThat(variables.path("DD_LOG_LEVEL").asText()).isEqualTo("debug");
    assertThat(variables.path("DD_VERSION").asText()).isEqualTo("1.2");
    assertThat(variables.path("DD_TAGS").asText())
        .isEqualTo("git.commit.sha:abc,git.repository_url:github.com/acme/shop");
  }

  @Test
  void add_imageFunction_getsVariablesAndSubscriptionAlone() {
    instrumentation("Sleddog")
        .add(
            new DockerImageFunction(
                synth.stack,
                "Image",
                DockerImageFunctionProps.builder()
                    .code(
                        DockerImageCode.fromEcr(
                            Repository.fromRepositoryName(synth.stack, "Repository", "shop")))
                    .build()));

    JsonNode function = synth.only(FUNCTION);
    assertThat(function.has("Layers")).isFalse();
    assertThat(function.has("Handler")).isFalse();
    assertThat(function.at("/Environment/Variables/DD_FLUSH_TO_LOG").asText()).isEqualTo("true");
    assertThat(synth.all(FILTER)).hasSize(1);
  }

  @Test
  void add_byInstrumentationsOfTwoForwarders_isRefused() {
    Function function = builder("Orders").build();
    instrumentation("One").add(function);
    new Instrumentation(
            synth.stack,
            "Two",
            InstrumentationProps.builder()
                .forwarderArn(FORWARDER + "-two")
                .layer(LayerSource.none())
                .build())
        .add(function);

    assertThatThrownBy(synth::template)
        .hasMessageContainingAll("Stack/Orders", "sleddog-forwarder", "filter-taken");
  }

  @Test
  void addAll_functionsThatCdkMakes_areLeftAlone() {
    Bucket bucket = new Bucket(synth.stack, "Site");
    BucketDeployment.Builder.create(synth.stack, "Deploy")
        .sources(List.of(Source.data("index.html", "hello")))
        .destinationBucket(bucket)
        .build();
    instrumentation("Sleddog").addAll(synth.stack);

    assertThat(synth.all(FILTER)).isEmpty();
    assertThat(synth.all(FUNCTION).toString()).doesNotContain("DD_");
  }

  @Test
  void addAll_functionAtTheEdge_isLeftAlone() {
    EdgeFunction.Builder.create(synth.stack, "Edge")
        .runtime(Runtime.NODEJS_22_X)
        .handler("index.handler")
        .code(Code.fromInline("exports.handler = async () => {}"))
        .build();
    instrumentation("Sleddog").addAll(synth.app);

    assertThat(synth.template().toString()).doesNotContain("DD_");
  }

  private Instrumentation instrumentation(String id) {
    return instrumentation(synth, id);
  }

  private static Instrumentation instrumentation(Synth synth, String id) {
    return new Instrumentation(
        synth.stack,
        id,
        InstrumentationProps.builder().forwarderArn(FORWARDER).layer(LayerSource.none()).build());
  }

  private Function.Builder builder(String id) {
    return builder(synth, id);
  }

  private static Function.Builder builder(Synth synth, String id) {
    return Function.Builder.create(synth.stack, id)
        .runtime(Runtime.JAVA_21)
        .handler("com.acme." + id)
        .code(Code.fromAsset(Synth.zip().toString()));
  }
}
