package io.sleddog.local.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Notices that code has been built anew. Asked again and again; a build that is still writing is
 * waited for, until two looks see the same.
 */
public final class CodeWatch {
  private static final long NOTHING = 0;

  private final Path code;
  private long seen;
  private boolean changing;

  /** Watches a jar, a zip or a folder, as it is now. */
  public CodeWatch(Path code) {
    this.code = code;
    this.seen = stamp();
  }

  /** Whether it has changed since this was last true, and is complete. */
  public boolean hasChanged() {
    long now = stamp();
    boolean same = now == seen;
    boolean settled = same && changing && now != NOTHING;
    changing = !settled && (changing || !same);
    seen = now;
    return settled;
  }

  private long stamp() {
    try (Stream<Path> files = Files.walk(code)) {
      return files.mapToLong(CodeWatch::stamp).sum();
    } catch (IOException | UncheckedIOException beingWritten) {
      return NOTHING;
    }
  }

  private static long stamp(Path file) {
    try {
      boolean folder = Files.isDirectory(file);
      long content =
          folder ? 1 : 31 * Files.getLastModifiedTime(file).toMillis() + Files.size(file);
      return 31L * file.hashCode() + content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
