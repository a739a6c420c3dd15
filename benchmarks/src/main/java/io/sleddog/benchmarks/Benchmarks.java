package io.sleddog.benchmarks;

import io.sleddog.benchmarks.cold.ColdStarts;
import io.sleddog.benchmarks.forwarder.ForwarderRates;
import io.sleddog.benchmarks.function.MapFunction;
import io.sleddog.benchmarks.function.StreamFunction;
import io.sleddog.benchmarks.warm.Invocations;
import io.sleddog.local.measure.Comparison;
import io.sleddog.local.report.ComparisonReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures what Sleddog costs a function: {@code cold}, {@code warm} or {@code bytes}; or what the
 * {@code forwarder} costs.
 */
public final class Benchmarks {
  private static final int ROUNDS = 15;
  private static final int SETTLING = 200;
  private static final int WARM = 100;

  private Benchmarks() {}

  /** Takes the name of a measurement, and for {@code cold} the number of rounds. */
  public static void main(String... arguments)
      throws IOException, InterruptedException, RunnerException {
    String what = arguments.length == 0 ? "" : arguments[0];
    switch (what) {
      case "cold" -> cold(arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS);
      case "warm" -> warm(arguments.length > 1 ? arguments[1] : Invocations.class.getName());
      case "bytes" -> System.out.println(LineBytes.count());
      case "forwarder" -> ForwarderRates.measure().forEach(System.out::println);
      default -> {
        System.err.println("Give one of: cold [rounds], warm [benchmark], bytes, forwarder");
        System.exit(2);
      }
    }
  }

  private static void cold(int rounds) throws IOException, InterruptedException {
    ColdStarts starts = new ColdStarts(Files.createTempDirectory("sleddog-cold-"));
    Comparison.Plan plan = new Comparison.Plan(rounds, SETTLING, WARM);
    PrintStream out = System.out;
    out.println("Java " + Runtime.version());
    for (Class<?> handler : List.of(StreamFunction.class, MapFunction.class)) {
      for (String method : List.of("", "::handleRequest")) {
        out.println(handler.getSimpleName() + method);
        Comparison comparison = starts.measure(handler, method, plan, round -> {});
        new ComparisonReport(false).lines(comparison).forEach(out::println);
      }
    }
  }

  private static void warm(String benchmark) throws RunnerException {
    new Runner(new OptionsBuilder().include(benchmark).addProfiler(GCProfiler.class).build()).run();
  }
}
