package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch of records of one source. The first one stands for all; the others are linked. */
public abstract class Records implements Trigger {
  /** Links beyond this many say nothing more. */
  private static final int MOST_LINKS = 100;

  final Json first;
  private final String source;

  Records(Json event, String source) {
    this.first = Triggers.firstRecord(event);
    this.source = source;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public @Nullable Object sourceArn(FunctionArn function) {
    return arn();
  }

  /** The ARN that the record tells. */
  Json arn() {
    return first.get("eventSourceARN");
  }

  @Override
  public Carrier carrier() {
    return carrier(first);
  }

  /** Where a record carries its trace context. */
  Carrier carrier(Json item) {
    return Carrier.NONE;
  }

  @Override
  public List<Carrier> furtherCarriers() {
    List<Carrier> further = new ArrayList<>();
    for (Json item = first.next(); item.exists() && further.size() < MOST_LINKS; ) {
      further.add(carrier(item));
      item = item.next();
    }
    return further;
  }

  /** A span that nobody waits for, with what all kinds have. */
  InferredSpan span(@Nullable String resource) {
    String name = "aws." + source;
    InferredSpan span =
        new InferredSpan(name)
            .resource(resource)
            .service(resource, "lambda_" + source, resource, source);
    Tags tags = span.tags();
    tags.put("operation_name", name);
    tags.put("span.kind", "server");
    return span;
  }

  static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
