package io.sleddog.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipFile;

/**
 * Defines the classes of a plain invocation at once, straight from the layer's jar.
 *
 * <p>The runtime's class loader asks its parents for each class first, which search all of their
 * own jars, and then looks into every folder and jar of the function: that is most of what a small
 * class costs. A class that is not defined here is loaded as any other, so nothing but time depends
 * on this.
 */
final class EarlyClasses {
  /**
   * Class files, one a line: those of a package together, and each behind what it extends or
   * implements. The first of a package is loaded as usual, since only a class that is there already
   * may define others beside it.
   */
  private static final String LIST = "META-INF/early-classes";

  private final ZipFile jar;
  private Lookup lookup = MethodHandles.lookup();

  private EarlyClasses(ZipFile jar) {
    this.jar = jar;
  }

  /** Defines them, if this class comes from a jar behind the program's own class path. */
  static void define() {
    Class<?> own = EarlyClasses.class;
    if (own.getClassLoader() == ClassLoader.getSystemClassLoader()) {
      // This loader may have them in an archive of shared classes, which is faster still.
      return;
    }
    File source = new File(own.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (ZipFile jar = new ZipFile(source)) {
      new EarlyClasses(jar).defineAll();
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError odd) {
      // They are loaded one by one then.
    }
  }

  private void defineAll() throws IOException, ReflectiveOperationException {
    String list = new String(read(LIST), StandardCharsets.ISO_8859_1);
    int end;
    for (int from = 0; (end = list.indexOf('\n', from)) >= 0; from = end + 1) {
      define(list.substring(from, end));
    }
  }

  private void define(String file) throws IOException, ReflectiveOperationException {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    String itsPackage = name.substring(0, name.lastIndexOf('.'));
    if (!itsPackage.equals(lookup.lookupClass().getPackageName())) {
      lookup = MethodHandles.privateLookupIn(neighbour(name, itsPackage), MethodHandles.lookup());
    }
    if (!name.equals(lookup.lookupClass().getName())) {
      lookup.defineClass(read(file));
    }
  }

  /** A class of the package that is there already, or the one that was asked for, loaded now. */
  private static Class<?> neighbour(String name, String itsPackage) throws ClassNotFoundException {
    Class<?> own = EarlyClasses.class;
    return itsPackage.equals(own.getPackageName())
        ? own
        : Class.forName(name, false, own.getClassLoader());
  }

  private byte[] read(String file) throws IOException {
    try (InputStream bytes = jar.getInputStream(jar.getEntry(file))) {
      return bytes.readAllBytes();
    }
  }
}
