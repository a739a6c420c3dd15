package io.sleddog.forwarder.route;

/**
 * What Lambda reports at the end of an invocation. A number that it does not tell is -1.
 *
 * @param durationMillis how long the function ran
 * @param billedMillis how long is paid for
 * @param memoryMb what the function is given
 * @param maxMemoryMb what it used at most
 * @param initMillis how long it took to start; only after a cold start
 * @param timedOut whether the report says that the time ran out
 */
record Report(
    double durationMillis,
    double billedMillis,
    int memoryMb,
    int maxMemoryMb,
    double initMillis,
    boolean timedOut) {}
