package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code forwarder replay --to local} with the forwarder's own zip in a process of its own. */
@Timeout(120)
class ReplayLocalIT {
  private final Path folder;
  private final FakeSurroundings process;

  ReplayLocalIT(@TempDir Path folder) {
    this.folder = folder;
    this.process = new FakeSurroundings(folder.resolve("cache"));
  }

  @Test
  void lines_reachTheIntakeThroughTheForwarder() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("sample.log"),
            "order 7 is packed\n{\"m\":\"shop.orders\",\"v\":1,\"e\":1767323045,\"t\":[]}\n");

    int status = process.run("forwarder", "replay", "--from", lines.toString(), "--to", "local");

    assertThat(process.err()).contains("Sending sample.log, lines 1 to 2");
    assertThat(process.out()).contains("1 event: 1 sent, 0 failed").contains(": 1 logs, ");
    assertThat(status).isZero();
  }
}
