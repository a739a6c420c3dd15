package io.sleddog.local.inprocess;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one invocation prints to the standard streams, line by line. It is found by the thread, and
 * handed on to threads that are started meanwhile, so that tests may run side by side; all of it is
 * still printed where it was before.
 */
final class PrintedLines implements AutoCloseable {
  private static final InheritableThreadLocal<@Nullable PrintedLines> CURRENT =
      new InheritableThreadLocal<>();

  private final @Nullable PrintedLines outer;
  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean over;

  private PrintedLines(@Nullable PrintedLines outer, Consumer<String> lines) {
    this.outer = outer;
    this.lines = lines;
  }

  /** From now on what this thread prints goes to {@code lines} too, each line with its end. */
  static PrintedLines begin(Consumer<String> lines) {
    relay();
    PrintedLines printed = new PrintedLines(CURRENT.get(), lines);
    CURRENT.set(printed);
    return printed;
  }

  /** Once for all, unless somebody has put another stream there meanwhile. */
  private static void relay() {
    synchronized (CURRENT) {
      if (!(System.out instanceof Relay)) {
        System.setOut(new Relay(System.out));
      }
      if (!(System.err instanceof Relay)) {
        System.setErr(new Relay(System.err));
      }
    }
  }

  private synchronized void write(int one) {
    if (over) {
      return;
    }
    line.write(one);
    if (one == '\n') {
      flushLine();
    }
  }

  private void flushLine() {
    if (line.size() > 0) {
      lines.accept(line.toString(Charset.defaultCharset()));
      line.reset();
    }
  }

  /** What was begun as a line is one; later prints of threads that go on are not taken. */
  @Override
  public synchronized void close() {
    flushLine();
    over = true;
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /** Prints as before, and tells the invocation of the printing thread. */
  private static final class Relay extends PrintStream {
    Relay(PrintStream former) {
      super(new Fork(former), true, Charset.defaultCharset());
    }
  }

  private static final class Fork extends OutputStream {
    private final PrintStream former;

    Fork(PrintStream former) {
      this.former = former;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    /** A stream behind this one may lead to another relay, which then only passes on. */
    @Override
    public void write(byte[] bytes, int from, int count) {
      PrintedLines printed = CURRENT.get();
      CURRENT.remove();
      try {
        former.write(bytes, from, count);
      } finally {
        if (printed != null) {
          CURRENT.set(printed);
        }
      }
      for (int at = from; printed != null && at < from + count; at++) {
        printed.write(bytes[at]);
      }
    }

    @Override
    public void flush() {
      former.flush();
    }
  }
}
