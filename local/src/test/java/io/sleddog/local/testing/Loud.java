package io.sleddog.local.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Does what the text of its event says, and echoes the text. */
public final class Loud implements RequestStreamHandler {
  /** Called by the runtime. */
  public Loud() {}

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    String text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
    String command = text.replace("\"", "");
    int colon = command.indexOf(':');
    act(
        colon < 0 ? command : command.substring(0, colon),
        colon < 0 ? "" : command.substring(colon + 1),
        context);
    response.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void act(String verb, String argument, Context context) {
    switch (verb) {
      case "print" -> out().println(argument);
      case "error" -> err().println(argument);
      case "partial" -> out().print(argument);
      case "log" -> context.getLogger().log(argument);
      case "frame" -> context.getLogger().log(argument.getBytes(StandardCharsets.UTF_8));
      case "lines" -> lines(Integer.parseInt(argument));
      case "long" -> out().println("x".repeat(Integer.parseInt(argument)));
      case "mixed" -> mixed(Integer.parseInt(argument), context);
      case "throw" -> throw new IllegalStateException(argument);
      case "halt" -> Runtime.getRuntime().halt(Integer.parseInt(argument));
      case "hang" -> hang();
      case "header" -> out().println(System.getProperty("com.amazonaws.xray.traceHeader"));
      case "context" ->
          out()
              .println(
                  context.getAwsRequestId()
                      + " "
                      + context.getInvokedFunctionArn()
                      + " "
                      + context.getMemoryLimitInMB()
                      + " "
                      + (context.getRemainingTimeInMillis() > 0));
      case "getenv" -> out().println(System.getenv(argument));
      default -> {
        // nothing but the echo
      }
    }
    out().flush();
  }

  private static void lines(int count) {
    for (int line = 0; line < count; line++) {
      out().println("line " + line);
    }
  }

  private static void mixed(int count, Context context) {
    for (int line = 0; line < count; line++) {
      out().println("out " + line);
      err().println("err " + line);
      context.getLogger().log(("frame " + line).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static PrintStream out() {
    return System.out;
  }

  private static PrintStream err() {
    return System.err;
  }
}
