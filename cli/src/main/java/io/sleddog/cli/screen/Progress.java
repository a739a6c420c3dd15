package io.sleddog.cli.screen;

/** How far a long piece of work is; steps may come from several threads. */
public final class Progress implements AutoCloseable {
  private final Screen screen;
  private final String what;
  private final int total;
  private int done;

  /**
   * Starts to show progress.
   *
   * @param screen shows it, if a person looks at it
   * @param what the work, such as {@code reading functions}
   * @param total how many steps there are
   */
  public Progress(Screen screen, String what, int total) {
    this.screen = screen;
    this.what = what;
    this.total = total;
    show();
  }

  /** One step is done. */
  public synchronized void step() {
    done++;
    show();
  }

  private void show() {
    if (screen.isInteractive()) {
      screen.redraw(what + " " + done + "/" + total);
    }
  }

  @Override
  public synchronized void close() {
    if (screen.isInteractive()) {
      screen.redraw("");
    }
  }
}
