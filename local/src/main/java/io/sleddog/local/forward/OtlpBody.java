package io.sleddog.local.forward;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Sources;
import io.sleddog.local.model.Payload;
import java.util.List;

/**
 * A body of OTLP as the forwarder's batch. It is taken or refused as a whole, so it counts as one
 * item there.
 *
 * @param count how many spans, points or logs it has
 */
record OtlpBody(Kind kind, int count, String contentType, Payload payload) implements Batch {
  /** Where OTLP over HTTP takes this kind. */
  String path() {
    return "/v1/" + kind.text();
  }

  @Override
  public int items() {
    return 1;
  }

  @Override
  public Sources sources() {
    return Sources.NONE;
  }

  @Override
  public Slice body() {
    return Slice.of(payload.bytes());
  }

  @Override
  public List<Batch> halves() {
    return List.of();
  }

  /** Nothing is stored on the way from here. */
  @Override
  public List<String> stored() {
    return List.of();
  }
}
