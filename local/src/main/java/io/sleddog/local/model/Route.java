package io.sleddog.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The way of a message from where it is sent to a function, or to a queue on the way there.
 *
 * @param source where it comes from
 * @param name the name of the queue, topic or bus; for HTTP the route, as {@code POST /orders}
 * @param destination a function's name, or a queue's
 * @param toQueue whether the destination is a queue
 * @param filter for a bus the pattern that an event has to match; for a topic whether the message
 *     goes on bare ({@code true}), or an object with {@code bare}, {@code policy} and {@code
 *     scope}; for a queue an object with {@code reportBatchItemFailures} and {@code criteria}, a
 *     list of patterns of which one has to match, or, on the way to the queue of what failed too
 *     often, with {@code maxReceiveCount}; null for none
 */
public record Route(
    Source source, String name, String destination, boolean toQueue, @Nullable JsonNode filter) {
  /** Where messages come from. */
  public enum Source {
    /** An SQS queue. */
    QUEUE,
    /** An SNS topic. */
    TOPIC,
    /** An EventBridge bus. */
    BUS,
    /** An HTTP API, or a function's URL. */
    HTTP,
    /** A REST API. */
    REST
  }

  /** A route to a function that takes all. */
  public static Route of(Source source, String name, String function) {
    return new Route(source, name, function, false, null);
  }

  /** The last part of an ARN, or of a queue's URL; a bare name stays. */
  public static String nameIn(String arnOrUrl) {
    int from = Math.max(arnOrUrl.lastIndexOf(':'), arnOrUrl.lastIndexOf('/'));
    return arnOrUrl.substring(from + 1);
  }
}
