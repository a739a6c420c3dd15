package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Defines the classes of a plain invocation at once, straight from the layer's jar, on a thread of
 * its own: there is more than one processor while a function starts.
 *
 * <p>The runtime's class loader asks its parents for each class first, which search all of their
 * own jars, and then looks into every folder and jar of the function: that is most of what a small
 * class costs. A class that is not defined here is loaded as any other, so nothing but time depends
 * on this.
 */
final class EarlyClasses extends Thread {
  /**
   * Class files, one a line, each behind what it extends or implements: those that the handler is
   * made of, an empty line, and those that an invocation needs beyond them. The first of a package
   * is loaded as usual, since only a class that is there already may define others beside it.
   */
  private static final String LIST = "META-INF/early-classes";

  /** For each package a class that is there already. */
  private final Map<String, Lookup> neighbours = new HashMap<>();

  private final CountDownLatch ofHandler = new CountDownLatch(1);
  private volatile boolean allThere;

  private EarlyClasses() {
    super("sleddog-early-classes");
    setDaemon(true);
    neighbours.put(EarlyClasses.class.getPackageName(), MethodHandles.lookup());
  }

  /** Begins to define them, if this class comes from a jar behind the program's own class path. */
  static EarlyClasses begin() {
    EarlyClasses early = new EarlyClasses();
    // The program's own loader may have them in an archive, which is faster still.
    if (EarlyClasses.class.getClassLoader() == ClassLoader.getSystemClassLoader()) {
      early.end();
      return early;
    }
    try {
      early.start();
    } catch (OutOfMemoryError noThread) {
      early.end();
    }
    return early;
  }

  /** What is not there by now is loaded as any other class. */
  private void end() {
    ofHandler.countDown();
    allThere = true;
  }

  /**
   * Comes back when those are there that the handler is made of. The time until then goes into the
   * runtime's first call of {@code handler}, which it makes by reflection: in newer JVMs that takes
   * as long as all the classes.
   */
  void awaitThoseOf(Class<?> handler) {
    if (allThere) {
      return;
    }
    prepareCall(handler);
    try {
      ofHandler.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Comes back when all are there. */
  void awaitAll() {
    if (allThere) {
      return;
    }
    try {
      join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void prepareCall(Class<?> handler) {
    try {
      Method method =
          handler.getMethod("handleRequest", InputStream.class, OutputStream.class, Context.class);
      // What takes time is made behind the check of access, and before the object is looked at.
      method.setAccessible(true);
      method.invoke(null, null, null, null);
    } catch (ReflectiveOperationException | RuntimeException noObject) {
      // All copies of the method share what was made.
    }
  }

  @Override
  public void run() {
    Class<?> own = EarlyClasses.class;
    File source = new File(own.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (ZipFile jar = new ZipFile(source)) {
      defineAll(jar);
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError odd) {
      // They are loaded one by one then.
    } finally {
      end();
    }
  }

  private void defineAll(ZipFile jar) throws IOException, ReflectiveOperationException {
    String list = new String(read(jar, LIST), StandardCharsets.ISO_8859_1);
    int end;
    for (int from = 0; (end = list.indexOf('\n', from)) >= 0; from = end + 1) {
      if (from == end) {
        ofHandler.countDown();
      } else {
        define(jar, list.substring(from, end));
      }
    }
  }

  private void define(ZipFile jar, String file) throws IOException, ReflectiveOperationException {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    String itsPackage = name.substring(0, name.lastIndexOf('.'));
    Lookup neighbour = neighbours.get(itsPackage);
    if (neighbour == null) {
      neighbours.put(itsPackage, first(name));
      return;
    }
    try {
      neighbour.defineClass(read(jar, file));
    } catch (LinkageError there) {
      // Another thread needed it before its turn came.
    }
  }

  private static Lookup first(String name) throws ReflectiveOperationException {
    Class<?> first = Class.forName(name, false, EarlyClasses.class.getClassLoader());
    return MethodHandles.privateLookupIn(first, MethodHandles.lookup());
  }

  private static byte[] read(ZipFile jar, String file) throws IOException {
    ZipEntry entry = jar.getEntry(file);
    byte[] bytes = new byte[(int) entry.getSize()];
    try (InputStream content = jar.getInputStream(entry)) {
      content.readNBytes(bytes, 0, bytes.length);
    }
    return bytes;
  }
}
