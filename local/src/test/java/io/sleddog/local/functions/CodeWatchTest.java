package io.sleddog.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeWatchTest {
  private final Path folder;

  CodeWatchTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void hasChanged_aJar_isTrueOnceAfterItHasSettled() throws Exception {
    Path jar = Files.writeString(folder.resolve("a.jar"), "one");
    CodeWatch watch = new CodeWatch(jar);

    assertThat(watch.hasChanged()).isFalse();
    Files.writeString(jar, "longer");
    assertThat(watch.hasChanged()).as("it may still be written").isFalse();
    Files.writeString(jar, "even longer");
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isTrue();
    assertThat(watch.hasChanged()).isFalse();
  }

  @Test
  void hasChanged_aFolderThatIsBuiltAnew_isTrueWhenItIsBack() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path file = Files.writeString(classes.resolve("A.class"), "one");
    CodeWatch watch = new CodeWatch(classes);

    Files.delete(file);
    Files.delete(classes);
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).as("there is nothing").isFalse();
    Files.createDirectory(classes);
    Files.writeString(classes.resolve("A.class"), "other");
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isTrue();
  }
}
