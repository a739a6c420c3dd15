package io.sleddog.junit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A function to test: does with its process what its event says. */
public final class Workshop implements RequestStreamHandler {
  private int answered;

  /** Made by the runtime. */
  public Workshop() {}

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    String wish = new String(event.readAllBytes(), StandardCharsets.UTF_8).replace("\"", "");
    switch (wish) {
      case "exit" -> System.exit(3);
      case "halt" -> Runtime.getRuntime().halt(0);
      case "deep" -> throw new StackOverflowError("too deep");
      case "half" -> System.out.print("half a line");
      case "loud" -> System.out.println("x".repeat(300_000));
      case "span" -> Telemetry.startSpan("step").close();
      default -> context.getLogger().log("asked for " + wish + "\n");
    }
    answered++;
    answer.write(String.valueOf(answered).getBytes(StandardCharsets.UTF_8));
  }
}
