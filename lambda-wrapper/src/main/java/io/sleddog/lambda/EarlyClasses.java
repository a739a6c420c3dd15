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
   * Class files, one a line: those of a package together, and each behind what it extends or
   * implements. The first of a package is loaded as usual, since only a class that is there already
   * may define others beside it.
   */
  private static final String LIST = "META-INF/early-classes";

  private final boolean useful;
  private Lookup lookup = MethodHandles.lookup();

  private EarlyClasses(boolean useful) {
    super("sleddog-early-classes");
    this.useful = useful;
    setDaemon(true);
  }

  /** Begins to define them, if this class comes from a jar behind the program's own class path. */
  static EarlyClasses begin() {
    // The program's own loader may have them in an archive, which is faster still.
    ClassLoader own = EarlyClasses.class.getClassLoader();
    EarlyClasses early = new EarlyClasses(own != ClassLoader.getSystemClassLoader());
    try {
      if (early.useful) {
        early.start();
      }
    } catch (OutOfMemoryError noThread) {
      // They are loaded one by one then.
    }
    return early;
  }

  /**
   * Comes back when they are there. The time until then goes into the runtime's first call of
   * {@code handler}, which it makes by reflection: in newer JVMs that takes longer than all the
   * classes.
   */
  void await(Class<?> handler) {
    if (!useful) {
      return;
    }
    prepareCall(handler);
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
    }
  }

  private void defineAll(ZipFile jar) throws IOException, ReflectiveOperationException {
    String list = new String(read(jar, LIST), StandardCharsets.ISO_8859_1);
    int end;
    for (int from = 0; (end = list.indexOf('\n', from)) >= 0; from = end + 1) {
      define(jar, list.substring(from, end));
    }
  }

  private void define(ZipFile jar, String file) throws IOException, ReflectiveOperationException {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    String itsPackage = name.substring(0, name.lastIndexOf('.'));
    if (!itsPackage.equals(lookup.lookupClass().getPackageName())) {
      lookup = MethodHandles.privateLookupIn(neighbour(name, itsPackage), MethodHandles.lookup());
    }
    if (!name.equals(lookup.lookupClass().getName())) {
      defineBeside(read(jar, file));
    }
  }

  private void defineBeside(byte[] classFile) throws IllegalAccessException {
    try {
      lookup.defineClass(classFile);
    } catch (LinkageError there) {
      // Another thread needed it before its turn came.
    }
  }

  /** A class of the package that is there already, or the one that was asked for, loaded now. */
  private static Class<?> neighbour(String name, String itsPackage) throws ClassNotFoundException {
    Class<?> own = EarlyClasses.class;
    return itsPackage.equals(own.getPackageName())
        ? own
        : Class.forName(name, false, own.getClassLoader());
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
