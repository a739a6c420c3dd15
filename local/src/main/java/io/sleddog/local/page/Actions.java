package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Mishap;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import java.util.List;

/** What the page can make the running program do. All of it returns at once. */
public interface Actions {
  /** The functions that can be invoked. */
  List<FunctionSpec> functions();

  /** The sample events of a function. */
  List<NamedEvent> events(String function);

  /**
   * Sends an event to a function, so many times one after the other.
   *
   * @throws Refusal if there is no such function
   */
  void invoke(String function, Payload event, int times);

  /**
   * Makes something go wrong in the function's next invocation.
   *
   * @throws Refusal if there is no such function
   */
  void mishap(String function, Mishap mishap);

  /** Where functions have sent something and no function listens, such as a queue. */
  List<String> unheard();

  /**
   * Ends the function's process, so that its next invocation starts cold.
   *
   * @throws Refusal if there is no such function
   */
  void goCold(String function);

  /**
   * Ends the function's process and lets its events wait.
   *
   * @throws Refusal if there is no such function
   */
  void stop(String function);

  /**
   * Lets a function that was stopped take the events that have waited, and new ones.
   *
   * @throws Refusal if there is no such function
   */
  void start(String function);

  /** The functions that are stopped. */
  List<String> stopped();

  /** How many batches the forwarder keeps since no intake took them. */
  int keptBatches();

  /** Has the forwarder send again what it keeps. */
  void sendKeptAgain();

  /** Breaks the intake, or mends it. */
  void breakIntake(IntakeFault fault);

  /** How the intake is broken now. */
  IntakeFault intakeFault();

  /**
   * How the intake fails.
   *
   * @param mode {@code ok}, {@code status}, {@code latency} or {@code reset}
   * @param status what it answers in mode status
   * @param latencyMillis how long it waits in mode latency
   */
  record IntakeFault(String mode, int status, int latencyMillis) {
    /** It works. */
    public static final IntakeFault NONE = new IntakeFault("ok", 0, 0);

    ObjectNode json() {
      return io.sleddog.local.json.Json.object()
          .put("mode", mode)
          .put("status", status)
          .put("latencyMs", latencyMillis);
    }
  }
}
