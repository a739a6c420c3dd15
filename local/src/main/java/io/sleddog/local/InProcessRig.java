package io.sleddog.local;

import io.sleddog.local.inprocess.InProcessEnvironment;
import io.sleddog.local.inprocess.InProcessForwarder;
import io.sleddog.local.intake.Intake;
import io.sleddog.local.lambda.Subscription;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.session.Session;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The forwarder and the intake in this process, for handlers that run in it as well. Safe for use
 * by several threads.
 */
public final class InProcessRig implements AutoCloseable {
  private final Intake intake;
  private final Subscription subscription;
  private final List<IntakeRequest> requests = new CopyOnWriteArrayList<>();

  private InProcessRig(Clock clock) {
    this.intake = Intake.start(clock);
    intake.onRequest(requests::add);
    InProcessForwarder forwarder = new InProcessForwarder(intake.forwarderEnvironment(), clock);
    this.subscription = new Subscription(forwarder, clock);
  }

  /** Opens it; nothing but a socket on loopback is taken. */
  public static InProcessRig open() {
    return new InProcessRig(Clock.systemUTC());
  }

  /**
   * Hands what an invocation wrote to the forwarder, and waits until the forwarder is done.
   *
   * @param execution of an {@link InProcessEnvironment}
   * @return a session of this one invocation
   * @throws InterruptedException if the calling thread was interrupted meanwhile
   */
  public synchronized Session deliver(Execution execution) throws InterruptedException {
    requests.clear();
    Delivery delivery = subscription.deliver(execution.stream(), execution.events());
    return new Session(List.of(execution), List.of(delivery), requests);
  }

  @Override
  public void close() {
    intake.close();
  }
}
