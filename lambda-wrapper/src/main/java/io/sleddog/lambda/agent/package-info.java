/**
 * What goes to Datadog's Agent, or to its extension, where there is one: points, events and checks
 * as datagrams, traces by HTTP. Nothing here is loaded in a function that writes lines.
 */
@NullMarked
package io.sleddog.lambda.agent;

import org.jspecify.annotations.NullMarked;
