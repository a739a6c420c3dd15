package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.aws.ApiKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where and how batches of one kind are posted.
 *
 * @param url the full address
 * @param apiKey sent with each request; null if the intake wants none
 * @param headers of each request, without the key
 * @param compression how the body is compressed
 * @param encoding how items become a body
 */
public record Endpoint(
    String url,
    @Nullable ApiKey apiKey,
    Map<String, String> headers,
    Compression compression,
    Encoding encoding) {}
