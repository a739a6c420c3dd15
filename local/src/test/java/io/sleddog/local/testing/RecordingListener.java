package io.sleddog.local.testing;

import io.sleddog.local.model.Invocation;
import io.sleddog.local.runtime.EnvironmentListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears as short words, in order. */
public final class RecordingListener implements EnvironmentListener {
  private final List<String> heard = new ArrayList<>();

  /** What was heard so far. */
  public synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public synchronized void initStarted(long atMillis) {
    heard.add("init");
  }

  @Override
  public synchronized void initFailed(long atMillis, Duration took, String errorType) {
    heard.add("init failed " + errorType);
  }

  @Override
  public synchronized void invocationStarted(String requestId, long atMillis) {
    heard.add("start");
  }

  @Override
  public synchronized void output(long atMillis, String text) {
    heard.add(text);
  }

  @Override
  public synchronized void invocationEnded(Invocation invocation, long atMillis) {
    heard.add("end " + invocation.status());
  }
}
