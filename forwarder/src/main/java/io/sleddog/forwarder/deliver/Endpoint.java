package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.config.Secret;
import java.util.Map;

/**
 * Where and how batches of one kind are posted.
 *
 * @param url the full address
 * @param apiKey sent with each request
 * @param headers of each request, without the key
 * @param compression how the body is compressed
 */
public record Endpoint(
    String url, Secret apiKey, Map<String, String> headers, Compression compression) {}
