/**
 * The AWS SDK behind {@link io.sleddog.cli.aws.Service}; no other package knows a type of it, so
 * that nothing of it is loaded by a command that does not call AWS.
 */
@NullMarked
package io.sleddog.cli.sdk;

import org.jspecify.annotations.NullMarked;
