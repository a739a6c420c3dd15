package io.sleddog.cdk.forwarder;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The zips of forwarder and layer that this library's jar carries, put where CDK can read them. */
public final class BundledZip {
  private BundledZip() {}

  /**
   * The path of a copy, gone when the JVM ends; CDK takes its own copy before that.
   *
   * @param name the file's name, such as {@code forwarder.zip}
   */
  public static String path(String name) {
    try (InputStream zip = BundledZip.class.getResourceAsStream("/io/sleddog/cdk/" + name)) {
      if (zip == null) {
        throw new FileNotFoundException(name + " is not part of this build of cdk-construct");
      }
      Path copy = Files.createTempFile("sleddog-", "-" + name);
      copy.toFile().deleteOnExit();
      Files.copy(zip, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
