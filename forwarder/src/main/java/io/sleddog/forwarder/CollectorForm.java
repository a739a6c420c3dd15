package io.sleddog.forwarder;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.deliver.Encoding;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.otlp.OtlpAnswer;
import io.sleddog.forwarder.otlp.OtlpRequest;

/**
 * The form of OpenTelemetry's collectors.
 *
 * @param json JSON instead of protobuf
 */
record CollectorForm(boolean json) implements Encoding {
  @Override
  public Slice encode(Batch batch) {
    return json ? OtlpRequest.json(batch) : OtlpRequest.protobuf(batch);
  }

  @Override
  public boolean answers() {
    return true;
  }

  @Override
  public int rejected(Slice answer) {
    return OtlpAnswer.rejected(answer, json);
  }
}
