/**
 * A Datadog agent for one machine: takes DogStatsD datagrams and the traces of any tracer, and
 * tells of them as an intake tells of its requests.
 */
@NullMarked
package io.sleddog.local.agent;

import org.jspecify.annotations.NullMarked;
