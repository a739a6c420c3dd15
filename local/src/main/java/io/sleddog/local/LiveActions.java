package io.sleddog.local;

import io.sleddog.local.intake.Fault;
import io.sleddog.local.intake.Intake;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Mishap;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Target;
import io.sleddog.local.page.Actions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page's buttons do. */
final class LiveActions implements Actions {
  private static final int CUT = 0;
  private static final int TAKEN = 202;

  private final LiveFunctions functions;
  private final Intake intake;
  private final WholePath path;
  private final Runnable replay;
  private volatile IntakeFault now = IntakeFault.NONE;

  LiveActions(LiveFunctions functions, WholePath path, Runnable replay) {
    this.functions = functions;
    this.path = path;
    this.intake = path.intake();
    this.replay = replay;
  }

  @Override
  public List<FunctionSpec> functions() {
    return functions.targets().stream().map(Target::function).toList();
  }

  @Override
  public List<NamedEvent> events(String function) {
    return functions.targets().stream()
        .filter(target -> target.function().name().equals(function))
        .flatMap(target -> functions.events(target).stream())
        .toList();
  }

  @Override
  public void invoke(String function, Payload event, int times) {
    functions.send(function, event, times);
  }

  @Override
  public void mishap(String function, Mishap mishap) {
    functions.sendMishap(function, mishap);
  }

  @Override
  public List<String> unheard() {
    return functions.unheard();
  }

  @Override
  public void goCold(String function) {
    functions.goCold(function);
  }

  @Override
  public void stop(String function) {
    functions.stop(function);
  }

  @Override
  public void start(String function) {
    functions.start(function);
  }

  @Override
  public List<String> stopped() {
    return functions.stopped();
  }

  @Override
  public int keptBatches() {
    return path.keptBatches();
  }

  @Override
  public void sendKeptAgain() {
    replay.run();
  }

  @Override
  public void breakIntake(IntakeFault fault) {
    now = fault;
    intake.fail(meaning(fault));
  }

  private static @Nullable Fault meaning(IntakeFault fault) {
    if (fault.mode().equals("ok")) {
      return null;
    } else if (fault.mode().equals("latency")) {
      return new Fault("/", TAKEN, Duration.ofMillis(fault.latencyMillis()));
    }
    return Fault.everywhere(fault.mode().equals("reset") ? CUT : fault.status());
  }

  @Override
  public IntakeFault intakeFault() {
    return now;
  }
}
