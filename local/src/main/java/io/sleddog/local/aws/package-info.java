/**
 * What functions send to each other: the few operations of SQS, SNS, EventBridge and Lambda that
 * carry an event from one function to the next, in the words that the AWS SDK speaks.
 */
@NullMarked
package io.sleddog.local.aws;

import org.jspecify.annotations.NullMarked;
