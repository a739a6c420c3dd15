package io.sleddog.benchmarks.warm;

import org.openjdk.jmh.annotations.Fork;

/** The same with the second compiler too, as where a function sets the JVM's defaults again. */
@Fork(
    value = 2,
    jvmArgs = {"-XX:+UseSerialGC", "-XX:+TieredCompilation", "-Xshare:auto", "-Xmx435m"})
public class BothCompilers extends Invocations {}
