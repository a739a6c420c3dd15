package io.sleddog.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.UserProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
  private static final String SAM =
      """
      Transform: AWS::Serverless-2016-10-31
      Globals:
        Function:
          Runtime: java21
          Timeout: 15
          Environment:
            Variables: {STAGE: dev, COLOUR: red}
      Resources:
        Orders:
          Type: AWS::Serverless::Function
          Properties:
            FunctionName: orders
            CodeUri: build/orders
            Handler: com.acme.Orders::handle
            MemorySize: 1024
            Environment:
              Variables:
                COLOUR: blue
                QUEUE: !Ref Queue
            Layers: [!Ref Shared, "arn:aws:lambda:us-east-1:1:layer:other:1"]
        Shared:
          Type: AWS::Serverless::LayerVersion
          Properties: {ContentUri: layer}
        Web:
          Type: AWS::Serverless::Function
          Properties: {Runtime: nodejs22.x, CodeUri: web, Handler: index.handler}
        Queue: {Type: AWS::SQS::Queue}
      """;
  private static final String CDK =
      """
      {"Resources": {
        "Worker1A2B": {
          "Type": "AWS::Lambda::Function",
          "Properties": {
            "Runtime": "java25", "Handler": "com.acme.Worker", "Timeout": 60,
            "Code": {"S3Bucket": {"Fn::Sub": "assets"}, "S3Key": "abc.zip"},
            "Layers": [{"Ref": "LayerC3"}]
          },
          "Metadata": {"aws:asset:path": "asset.abc"}
        },
        "LayerC3": {
          "Type": "AWS::Lambda::LayerVersion",
          "Properties": {"Content": {"S3Key": "def.zip"}},
          "Metadata": {"aws:asset:path": "asset.def.zip"}
        }
      }}
      """;

  private final Path folder;

  TemplatesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void functions_samTemplate_haveWhatItSaysOfThem() throws Exception {
    Path template = Files.writeString(folder.resolve("template.yaml"), SAM);

    List<FunctionSpec> functions = Templates.functions(template);

    assertThat(functions).hasSize(1);
    FunctionSpec orders = functions.get(0);
    assertThat(orders.name()).isEqualTo("orders");
    assertThat(orders.handler()).isEqualTo("com.acme.Orders::handle");
    assertThat(orders.code()).isEqualTo(folder.resolve("build/orders"));
    assertThat(orders.layers()).containsExactly(folder.resolve("layer"));
    assertThat(orders.memoryMb()).isEqualTo(1024);
    assertThat(orders.timeout()).isEqualTo(Duration.ofSeconds(15));
    assertThat(orders.environment())
        .isEqualTo(
            Map.of(
                "STAGE",
                "dev",
                "COLOUR",
                "blue",
                "QUEUE",
                "https://sqs.us-east-1.amazonaws.com/123456789012/Queue"));
  }

  @Test
  void functions_cdkFolder_haveTheirAssets() throws Exception {
    Files.writeString(folder.resolve("manifest.json"), "{}");
    Files.writeString(folder.resolve("Shop.template.json"), CDK);

    List<FunctionSpec> functions = Templates.functions(folder);

    assertThat(functions).hasSize(1);
    FunctionSpec worker = functions.get(0);
    assertThat(worker.name()).isEqualTo("Worker1A2B");
    assertThat(worker.handler()).isEqualTo("com.acme.Worker");
    assertThat(worker.code()).isEqualTo(folder.resolve("asset.abc"));
    assertThat(worker.layers()).containsExactly(folder.resolve("asset.def.zip"));
    assertThat(worker.timeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void functions_codeInABucket_sayWhatToDo() throws Exception {
    Path template =
        Files.writeString(folder.resolve("t.yml"), SAM.replace("build/orders", "s3://bucket/key"));

    assertThatThrownBy(() -> Templates.functions(template))
        .isInstanceOf(UserProblem.class)
        .hasMessage("The function Orders has no code on this machine.");
  }

  @Test
  void functions_templateWithoutOne_saysSo() throws Exception {
    Path template = Files.writeString(folder.resolve("t.json"), "{\"Resources\":{}}");

    assertThatThrownBy(() -> Templates.functions(template))
        .isInstanceOf(UserProblem.class)
        .hasMessageStartingWith("There is no function of a Java runtime in ");
  }

  @Test
  void functions_brokenTemplate_saysWhy() throws Exception {
    Path template = Files.writeString(folder.resolve("t.yaml"), "a: [");

    assertThatThrownBy(() -> Templates.functions(template))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("is not YAML or JSON");
    assertThatThrownBy(() -> Templates.functions(folder.resolve("none.yaml")))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void isTemplate_codeAndTemplates_areToldApart() throws Exception {
    Path cdk = Files.createDirectory(folder.resolve("cdk.out"));
    Files.writeString(cdk.resolve("manifest.json"), "{}");

    assertThat(Templates.isTemplate(cdk)).isTrue();
    assertThat(Templates.isTemplate(Path.of("template.yaml"))).isTrue();
    assertThat(Templates.isTemplate(folder)).isFalse();
    assertThat(Templates.isTemplate(Path.of("orders.jar"))).isFalse();
  }

  private static final String DECIDED =
      """
      Parameters:
        Stage: {Type: String, Default: dev}
        Java: {Type: String, Default: java21}
        Memory: {Type: Number, Default: 768}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
      Resources:
        Orders:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: !Ref Java
            CodeUri: build
            Handler: !Sub "com.acme.${Stage}.Orders"
            MemorySize: !Ref Memory
            Timeout: !If [IsProd, 30, 12]
        Audit:
          Type: AWS::Serverless::Function
          Condition: IsProd
          Properties:
            Runtime: java21
            CodeUri: build
            Handler: com.acme.Audit
            Events:
              Queue: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}
        Queue: {Type: AWS::SQS::Queue}
      """;

  @Test
  void functions_parametersAndConditions_areDecidedByTheirDefaults(@TempDir Path folder)
      throws Exception {
    Path template = Files.writeString(folder.resolve("template.yaml"), DECIDED);

    FunctionSpec orders = Templates.functions(template).get(0);

    assertThat(Templates.functions(template)).as("without the one for prod").hasSize(1);
    assertThat(orders.handler()).isEqualTo("com.acme.dev.Orders");
    assertThat(orders.memoryMb()).isEqualTo(768);
    assertThat(orders.timeout()).isEqualTo(Duration.ofSeconds(12));
    assertThat(Templates.routes(template)).isEmpty();
  }
}
