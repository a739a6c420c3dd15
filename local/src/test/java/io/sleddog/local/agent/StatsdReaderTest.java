package io.sleddog.local.agent;

import io.sleddog.local.model.Contents;
import io.sleddog.local.testing.Golden;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatsdReaderTest {
  private static final String STAGE = "statsd";

  static List<String> cases() {
    return Golden.cases(STAGE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void read_datagram_givesPointsLogsAndProblems(String name) {
    StatsdReader reader = new StatsdReader(9_000);
    reader.read(Golden.read(STAGE, name, "in.txt"));
    Contents read = reader.contents();
    Stream<String> logs = read.logs().stream().map(log -> log.fields().toString());
    String out =
        Stream.of(read.points().stream().map(Object::toString), logs, reader.problems().stream())
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n", "", "\n"));

    Golden.check(STAGE, name, "out.txt", out);
  }
}
