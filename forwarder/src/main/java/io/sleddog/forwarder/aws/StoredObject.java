package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.model.Slice;
import java.time.Instant;

/**
 * A small object of S3, read whole.
 *
 * @param content its bytes
 * @param modified when it was written
 * @param etag tells whether it is still the same
 */
public record StoredObject(Slice content, Instant modified, String etag) {}
