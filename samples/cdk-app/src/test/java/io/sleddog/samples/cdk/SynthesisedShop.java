package io.sleddog.samples.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.StackProps;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

/**
 * What CDK makes of the app.
 *
 * @param template the stack's template
 * @param assets the files that the app's functions are made of, by the keys that it names
 */
record SynthesisedShop(JsonNode template, Map<String, Path> assets) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Synthesises into a folder; the assets are looked for in the bucket. */
  static SynthesisedShop in(Path folder, String bucket) throws IOException {
    App app = new App(AppProps.builder().outdir(folder.toString()).build());
    StackProps props =
        StackProps.builder()
            .synthesizer(
                DefaultStackSynthesizer.Builder.create()
                    .fileAssetsBucketName(bucket)
                    .generateBootstrapVersionRule(false)
                    .build())
            .build();
    new ShopStack(app, "Shop", "../order-service/target/order-service.jar", props);
    app.synth();
    return new SynthesisedShop(
        JSON.readTree(folder.resolve("Shop.template.json").toFile()), assets(folder));
  }

  private static Map<String, Path> assets(Path folder) throws IOException {
    JsonNode manifest = JSON.readTree(folder.resolve("Shop.assets.json").toFile());
    Map<String, Path> files = new HashMap<>();
    for (JsonNode file : manifest.path("files")) {
      Path path = folder.resolve(file.at("/source/path").asText());
      if (Files.isRegularFile(path)) {
        files.put(file.path("destinations").elements().next().path("objectKey").asText(), path);
      }
    }
    return files;
  }

  /** The subscription filter that the template declares. */
  SubscriptionFilter declared() {
    for (JsonNode resource : template.path("Resources")) {
      if (resource.path("Type").asText().equals("AWS::Logs::SubscriptionFilter")) {
        return SubscriptionFilter.builder()
            .filterName(resource.at("/Properties/FilterName").asText())
            .filterPattern(resource.at("/Properties/FilterPattern").asText())
            .build();
      }
    }
    throw new AssertionError("The template subscribes nothing");
  }
}
