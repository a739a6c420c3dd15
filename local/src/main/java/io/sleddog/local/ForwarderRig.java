package io.sleddog.local;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The forwarder and an intake on this machine, for events from elsewhere. */
public final class ForwarderRig implements AutoCloseable {
  private final WholePath path;

  private ForwarderRig(WholePath path) {
    this.path = path;
  }

  /**
   * Opens it.
   *
   * @param cache where bundled parts are unpacked to
   * @param variables of the forwarder's environment, over those that it has here; with AWS's own it
   *     reads what events name in somebody's account
   */
  public static ForwarderRig open(Path cache, Map<String, String> variables) {
    return new ForwarderRig(WholePath.ofForwarder(new Parts(cache), Clock.systemUTC(), variables));
  }

  /**
   * Gives the forwarder an event of AWS and waits until it is done.
   *
   * @throws InterruptedException if the calling thread was interrupted meanwhile
   */
  public Invocation send(Payload event) throws InterruptedException {
    return path.forward(event);
  }

  /** What the intake took so far, request by request. */
  public List<Contents> received() {
    return path.received().stream()
        .filter(IntakeRequest::accepted)
        .map(IntakeRequest::contents)
        .toList();
  }

  @Override
  public void close() {
    path.close();
  }
}
