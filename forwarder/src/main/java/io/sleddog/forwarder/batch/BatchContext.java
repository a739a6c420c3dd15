package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.config.StorageTags;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.telemetry.Counters;
import java.util.function.Consumer;

/**
 * What the batchers of one invocation share.
 *
 * @param buffers the memory for bodies
 * @param storageTags which storages Datadog is told about
 * @param counters counts what had to be cut
 * @param deadline until when to wait for memory
 * @param batches takes each batch
 */
public record BatchContext(
    BufferPool buffers,
    StorageTags storageTags,
    Counters counters,
    Deadline deadline,
    Consumer<Batch> batches) {}
