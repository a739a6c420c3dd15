package io.sleddog.samples.cdk;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.sleddog.cdk.Forwarder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class ShopStackTest {
  private static final byte[] ZIP = {
    'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  @BeforeEach
  void requireNode() {
    boolean hasNode = true;
    try {
      new ProcessBuilder("node", "--version").start();
    } catch (IOException absent) {
      hasNode = false;
      System.out.println("Skipped: the CDK app is not synthesised without node on the path");
    }
    assumeThat(hasNode).isTrue();
    assumeThat(Forwarder.class.getResource("forwarder.zip")).as("packaged forwarder").isNotNull();
  }

  @Test
  void shop_synthesised_sendsItsOrdersToDatadog(@TempDir Path folder) throws IOException {
    Path jar = Files.write(folder.resolve("orders.jar"), ZIP);
    App app = new App(AppProps.builder().outdir(folder.resolve("out").toString()).build());

    Template template =
        Template.fromStack(
            new ShopStack(app, "Shop", jar.toString(), StackProps.builder().build()));

    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "Handler", "io.sleddog.lambda.LayerHandler::handleRequest",
            "Layers", Match.anyValue(),
            "Environment",
                Map.of(
                    "Variables",
                    Match.objectLike(
                        Map.of(
                            "DD_LAMBDA_HANDLER", "com.example.orders.OrderService",
                            "DD_SERVICE", "orders",
                            "DD_ENV", "prod")))));
    template.hasResourceProperties(
        "AWS::Logs::SubscriptionFilter", Map.of("FilterName", "sleddog-forwarder"));
    template.resourceCountIs("AWS::Lambda::LayerVersion", 1);
  }
}
