package io.sleddog.local.functions;

import io.sleddog.local.model.FunctionSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a function under Sleddog's layer: the layer's handler in front, the own one in a variable.
 */
public final class LayerRedirect {
  private static final String HANDLER = "io.sleddog.lambda.LayerHandler::handleRequest";
  private static final String OWN_HANDLER = "DD_LAMBDA_HANDLER";

  private LayerRedirect() {}

  /**
   * The function with the layer over its own layers. What its owner has set stays; a function that
   * is redirected already keeps its handler.
   */
  public static FunctionSpec apply(FunctionSpec function, Path layer) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DD_FLUSH_TO_LOG", "true");
    variables.put("DD_TRACE_ENABLED", "true");
    variables.put("DD_ENV", "local");
    variables.put("DD_SERVICE", function.name());
    variables.put(OWN_HANDLER, function.handler());
    variables.putAll(function.environment());
    List<Path> layers = new ArrayList<>(function.layers());
    layers.add(layer);
    return function.withHandler(HANDLER).withLayers(layers).withEnvironment(variables);
  }
}
