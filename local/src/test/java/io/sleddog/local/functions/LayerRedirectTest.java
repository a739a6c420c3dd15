package io.sleddog.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.FunctionSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayerRedirectTest {
  private final Path layer = Path.of("layer.zip");
  private final FunctionSpec own =
      FunctionSpec.of("orders", "com.acme.Orders", Path.of("orders.jar"));

  @Test
  void apply_plainFunction_isRedirected() {
    FunctionSpec observed = LayerRedirect.apply(own, layer);

    assertThat(observed.handler()).isEqualTo("io.sleddog.lambda.LayerHandler::handleRequest");
    assertThat(observed.layers()).containsExactly(layer);
    assertThat(observed.environment())
        .containsEntry("DD_LAMBDA_HANDLER", "com.acme.Orders")
        .containsEntry("DD_SERVICE", "orders")
        .containsEntry("DD_ENV", "local");
  }

  @Test
  void apply_whatTheOwnerHasSet_stays() {
    Path ownLayer = Path.of("own.zip");
    FunctionSpec configured =
        own.withEnvironment(Map.of("DD_SERVICE", "shop", "DD_ENV", "dev"))
            .withLayers(List.of(ownLayer));

    FunctionSpec observed = LayerRedirect.apply(configured, layer);

    assertThat(observed.layers()).containsExactly(ownLayer, layer);
    assertThat(observed.environment())
        .containsEntry("DD_SERVICE", "shop")
        .containsEntry("DD_ENV", "dev");
  }
}
