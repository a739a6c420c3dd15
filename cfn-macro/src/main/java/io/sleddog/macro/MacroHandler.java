package io.sleddog.macro;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The macro's Lambda function. It calls nothing: all it knows is the event and its environment.
 *
 * <p>Its environment holds defaults for all templates of the account: Datadog's variables such as
 * {@code DD_ENV}, and {@code SLEDDOG_} with a parameter's name for the others, such as {@code
 * SLEDDOG_FORWARDER_ARN}.
 */
public final class MacroHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String tool = "macro-" + ToolVersion.read();
    Macro macro = new Macro(System.getenv(), tool, line -> context.getLogger().log(line + "\n"));
    ObjectNode event = Json.read(input).orElseGet(Json::object);
    Json.write(macro.respond(event), output);
  }
}
