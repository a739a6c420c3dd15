package io.sleddog.samples.cdk;

import software.amazon.awscdk.App;
import software.amazon.awscdk.StackProps;

/** What {@code cdk deploy} runs. */
public final class ShopApp {
  private static final String JAR = "../order-service/target/order-service.jar";

  private ShopApp() {}

  /** Writes the app's templates to where the CDK command line looks for them. */
  public static void main(String[] arguments) {
    App app = new App();
    new ShopStack(
        app, "Shop", arguments.length == 0 ? JAR : arguments[0], StackProps.builder().build());
    app.synth();
  }
}
