package io.sleddog.cli.subject;

/**
 * What a forwarder has stored because no intake took it.
 *
 * @param place the bucket or queue; empty if it stores nothing
 * @param waiting batches that wait for another try
 * @param quarantined batches that are not tried again
 */
public record Backlog(String place, int waiting, int quarantined) {}
