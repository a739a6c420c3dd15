package io.sleddog.samples.cdk;

import io.sleddog.cdk.Forwarder;
import io.sleddog.cdk.Instrumentation;
import io.sleddog.cdk.InstrumentationProps;
import io.sleddog.cdk.forwarder.ApiKey;
import io.sleddog.cdk.forwarder.ForwarderProps;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** An order service whose code knows nothing of Sleddog, and the forwarder that reads its log. */
public final class ShopStack extends Stack {
  /**
   * Makes the stack.
   *
   * @param jar the order service's jar
   * @param props where the stack goes, such as its account and region
   */
  public ShopStack(Construct scope, String id, String jar, StackProps props) {
    super(scope, id, props);
    Function orders =
        Function.Builder.create(this, "Orders")
            .runtime(Runtime.JAVA_21)
            .memorySize(1024)
            .handler("com.example.orders.OrderService")
            .code(Code.fromAsset(jar))
            .logGroup(
                LogGroup.Builder.create(this, "OrdersLog")
                    .retention(RetentionDays.TWO_WEEKS)
                    .build())
            .build();
    Forwarder forwarder =
        new Forwarder(
            this,
            "Forwarder",
            ForwarderProps.builder()
                .apiKey(ApiKey.fromParameterName("/datadog/api-key"))
                .site("datadoghq.eu")
                .build());
    new Instrumentation(
            this,
            "Sleddog",
            InstrumentationProps.builder()
                .forwarder(forwarder)
                .service("orders")
                .env("prod")
                .tags(Map.of("team", "shop"))
                .build())
        .add(orders);
  }
}
