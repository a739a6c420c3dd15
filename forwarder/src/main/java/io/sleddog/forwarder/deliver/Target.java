package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Kind;
import java.util.Map;

/**
 * An organisation or collector that gets everything, or certain kinds of it.
 *
 * @param name tells targets apart in stored batches; empty for the main one
 * @param required whether an invocation fails if this target did not get its share
 * @param endpoints where each kind goes; a kind that is missing is not sent
 */
public record Target(String name, boolean required, Map<Kind, Endpoint> endpoints) {}
