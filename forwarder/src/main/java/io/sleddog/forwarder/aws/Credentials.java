package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.config.Secret;

/**
 * What a request is signed with.
 *
 * @param accessKey names the key
 * @param secretKey the key
 * @param sessionToken goes with temporary keys; empty for others
 */
record Credentials(String accessKey, Secret secretKey, Secret sessionToken) {}
