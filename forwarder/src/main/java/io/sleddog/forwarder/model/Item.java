package io.sleddog.forwarder.model;

/** What a record turned out to be, and so to which intake it goes. */
public sealed interface Item permits LogRecord, MetricPoint, TraceLine {}
