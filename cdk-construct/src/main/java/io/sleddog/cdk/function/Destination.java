package io.sleddog.cdk.function;

import org.jspecify.annotations.Nullable;
import software.constructs.IConstruct;

/**
 * The forwarder that functions' logs go to.
 *
 * @param arn its ARN, or a token for it
 * @param permission what lets CloudWatch Logs invoke it and must be there before a subscription;
 *     {@code null} if that is another stack's matter
 */
public record Destination(String arn, @Nullable IConstruct permission) {}
