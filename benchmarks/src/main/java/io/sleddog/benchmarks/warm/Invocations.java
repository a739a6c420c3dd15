package io.sleddog.benchmarks.warm;

import io.sleddog.benchmarks.function.BusyFunction;
import io.sleddog.benchmarks.function.CountingLogger;
import io.sleddog.benchmarks.function.MapFunction;
import io.sleddog.benchmarks.function.StreamFunction;
import io.sleddog.benchmarks.function.WarmFunction;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One warm invocation, bare and traced, with the flags of the managed runtimes. The difference of
 * two rows is what Sleddog, a span or a point costs. Lines are formatted but go nowhere.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx435m"})
public class Invocations {
  private final CountingLogger log = CountingLogger.install();
  private final WarmFunction bareStream = WarmFunction.of(new StreamFunction());
  private final WarmFunction tracedStream = bareStream.traced();
  private final WarmFunction oneSpan = WarmFunction.of(new BusyFunction(1, 0)).traced();
  private final WarmFunction onePoint = WarmFunction.of(new BusyFunction(0, 1)).traced();
  private final WarmFunction bareMap = WarmFunction.of(MapFunction.class);
  private final WarmFunction tracedMap = bareMap.traced();

  /** A function of streams without Sleddog. */
  @Benchmark
  public int bareStream() throws IOException {
    return bareStream.invoke();
  }

  /** The same with its trace and a metric. */
  @Benchmark
  public int tracedStream() throws IOException {
    return tracedStream.invoke();
  }

  /** The same with a custom span. */
  @Benchmark
  public int tracedStreamWithSpan() throws IOException {
    return oneSpan.invoke();
  }

  /** The same with a custom distribution point. */
  @Benchmark
  public int tracedStreamWithPoint() throws IOException {
    return onePoint.invoke();
  }

  /** A function of maps without Sleddog. */
  @Benchmark
  public int bareMap() throws IOException {
    return bareMap.invoke();
  }

  /** The same with its trace and a metric. */
  @Benchmark
  public int tracedMap() throws IOException {
    return tracedMap.invoke();
  }

  /** How many lines were logged. */
  long lines() {
    return log.lines();
  }
}
