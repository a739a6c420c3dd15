package io.sleddog.cli;

import io.sleddog.cli.command.Interrupts;

/** The end of this process, whether by Ctrl-C or by a signal that asks for it. */
final class ProcessInterrupts implements Interrupts {
  @Override
  public Watch watch(Runnable lastWords) {
    Thread hook = new Thread(lastWords, "last-words");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> end(hook);
  }

  /** Once the words are being said, the command must not add its own report to them. */
  private static void end(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException beingEnded) {
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
