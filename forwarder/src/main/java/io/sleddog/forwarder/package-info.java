/** The forwarder Lambda: reads AWS log events and submits them to Datadog. */
@NullMarked
package io.sleddog.forwarder;

import org.jspecify.annotations.NullMarked;
