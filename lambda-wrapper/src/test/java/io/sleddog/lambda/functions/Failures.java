package io.sleddog.lambda.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Handlers that fail in every way. */
public final class Failures {
  private Failures() {}

  /** A stream handler that does nothing. */
  public abstract static class Quiet implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {}
  }

  /** Throws something unchecked with a cause and something suppressed, all of them cyclic. */
  public static class Unchecked extends Quiet {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      RuntimeException thrown = new IllegalArgumentException("bad order", new Deep(3));
      thrown.addSuppressed(new IOException("suppressed"));
      throw thrown;
    }
  }

  /** A cause far down. */
  public static class Deep extends Exception {
    private static final long serialVersionUID = 1;

    Deep(int depth) {
      super("depth " + depth, depth == 0 ? null : new Deep(depth - 1));
    }
  }

  /** Throws something checked. */
  public static class Checked extends Quiet {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      throw new IOException("checked");
    }
  }

  /** Throws without a message. */
  public static class NoMessage extends Quiet {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      throw new UnsupportedOperationException();
    }
  }

  /** Throws an error. */
  public static class AnError implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String event, Context context) {
      throw new AssertionError("an error");
    }
  }

  /** Throws what ends the process. */
  public static class Fatal extends Quiet {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      throw new OutOfMemoryError("made up");
    }
  }

  /** Throws the other thing that ends the process. */
  public static class FatalIo extends Quiet {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      throw new IOError(new IOException("disk"));
    }
  }

  /** Cannot be written as JSON. */
  public static class Unwritable implements RequestHandler<String, Object> {
    @Override
    public Object handleRequest(String event, Context context) {
      return new Unwritable();
    }

    public String getTrouble() {
      throw new IllegalStateException("no getter");
    }
  }

  /** Its constructor throws. */
  public static class ConstructorThrows extends Quiet {
    public ConstructorThrows() {
      throw new IllegalStateException("not today");
    }
  }

  /** Its constructor throws something checked. */
  public static class ConstructorThrowsChecked extends Quiet {
    public ConstructorThrowsChecked() throws IOException {
      throw new IOException("no disk");
    }
  }

  /** Its static initialiser throws. */
  public static class InitialiserThrows extends Quiet {
    static final int VALUE = fail();

    static int fail() {
      throw new IllegalStateException("static trouble");
    }
  }

  /** Has no public constructor. */
  public static class NoConstructor extends Quiet {
    public NoConstructor(String needed) {}
  }

  /** Has a private one. */
  public static class PrivateConstructor extends Quiet {
    private PrivateConstructor() {}
  }

  /** Belongs to an instance. */
  @SuppressWarnings("ClassCanBeStatic")
  public class Inner extends Quiet {}

  /** Cannot be made. */
  public abstract static class Unmade implements RequestHandler<Map<String, String>, String> {}

  /** Keeps things until there is no memory left, and goes on keeping them. */
  public static final class FillsMemory implements RequestHandler<Object, String> {
    private Object kept = "";

    @Override
    public String handleRequest(Object event, Context context) {
      while (true) {
        kept = new Object[] {kept, new byte[8192]};
      }
    }
  }
}
