package io.sleddog.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeStagingTest {
  private Path folder;
  private CodeStaging staging;

  @BeforeEach
  void open(@TempDir Path temp) {
    folder = temp;
    staging = CodeStaging.open();
  }

  @AfterEach
  void close() {
    staging.close();
  }

  @Test
  void stage_jarAndLayers_isWhatAwsHasInItsFolders() throws Exception {
    Path code = zip("code.jar", "com/acme/Orders.class", "lib/z.jar");
    Path first = zip("first.zip", "java/lib/a.jar", "script");
    Path second = zip("second.zip", "java/lib/b.jar", "script");

    StagedFunction staged = stage(code, first, second);

    assertThat(files(staged.taskRoot()))
        .containsExactly("com/acme/Orders.class", "lib/z.jar", "lib/~a.jar", "lib/~b.jar");
    assertThat(files(staged.opt())).containsExactly("java/lib/a.jar", "java/lib/b.jar", "script");
    assertThat(staged.opt().resolve("script")).hasContent("second.zip").isExecutable();
  }

  @Test
  void stage_folder_isCopied() throws Exception {
    Path code = Files.createDirectories(folder.resolve("classes/com/acme"));
    Files.writeString(code.resolve("Orders.class"), "x");

    StagedFunction staged = stage(folder.resolve("classes"));

    assertThat(files(staged.taskRoot())).containsExactly("com/acme/Orders.class");
  }

  @Test
  void stage_filesOfAnImage_areThoseOfItsTaskAndItsLayers() throws Exception {
    Path image = folder.resolve("image");
    Path task = Files.createDirectories(image.resolve("var/task/lib"));
    Files.writeString(task.resolve("orders.jar"), "x");
    Path layer = Files.createDirectories(image.resolve("opt/java/lib"));
    Files.writeString(layer.resolve("layer.jar"), "x");
    Files.writeString(Files.createDirectories(image.resolve("etc")).resolve("passwd"), "x");

    StagedFunction staged = stage(image);

    assertThat(files(staged.taskRoot())).containsExactly("lib/orders.jar", "lib/~layer.jar");
    assertThat(files(staged.opt())).containsExactly("java/lib/layer.jar");
  }

  @Test
  void stage_codeThatIsNotThere_saysWhere() {
    assertThatThrownBy(() -> stage(folder.resolve("no.jar")))
        .isInstanceOf(UserProblem.class)
        .hasMessage("The function's code is not there: " + folder.resolve("no.jar"));
  }

  @Test
  void stage_textFile_isRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("code.txt"), "x");

    assertThatThrownBy(() -> stage(file))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("must be a .jar, a .zip or a folder");
  }

  @Test
  void stage_brokenJar_isRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("code.jar"), "x");

    assertThatThrownBy(() -> stage(file))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("is not a zip or jar file");
  }

  @Test
  void stage_entryThatPointsOutOfTheZip_isRefused() throws Exception {
    Path evil = zip("evil.zip", "../../evil.txt");

    assertThatThrownBy(() -> stage(evil))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("points out of it: ../../evil.txt");
    assertThat(folder.resolve("evil.txt")).doesNotExist();
  }

  @Test
  void close_everythingStaged_isDeleted() throws Exception {
    StagedFunction staged = stage(zip("code.jar", "a.txt"));

    staging.close();

    assertThat(staged.taskRoot()).doesNotExist();
    assertThat(staging.scratch()).doesNotExist();
  }

  @Test
  void require_handlerInCodeOrLibrary_isFound() throws Exception {
    Path library = zip("library.jar", "com/acme/Library.class");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.createDirectories(classes.resolve("lib"));
    Files.copy(library, classes.resolve("lib/library.jar"));
    Files.writeString(classes.resolve("Orders.class"), "x");
    StagedFunction staged = stage(classes);

    assertThatCode(() -> HandlerCheck.require(staged, "Orders")).doesNotThrowAnyException();
    assertThatCode(() -> HandlerCheck.require(staged, "com.acme.Library::handle"))
        .doesNotThrowAnyException();
  }

  @Test
  void require_misspeltHandler_namesTheOneThatIsMeant() throws Exception {
    StagedFunction staged = stage(zip("code.jar", "com/acme/Orders.class"));

    assertThatThrownBy(() -> HandlerCheck.require(staged, "com.acme.shop.orders::handle"))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem -> {
              assertThat(problem).hasMessageStartingWith("There is no class com.acme.shop.orders");
              assertThat(problem.remedy()).isEqualTo("Did you mean com.acme.Orders?");
            });
  }

  @Test
  void require_unknownHandler_saysHowToWriteIt() throws Exception {
    StagedFunction staged = stage(zip("code.jar", "com/acme/Orders.class"));

    assertThatThrownBy(() -> HandlerCheck.require(staged, "Nothing"))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem -> assertThat(problem.remedy()).startsWith("Give the handler as pkg.Class"));
  }

  private StagedFunction stage(Path code, Path... layers) {
    return staging.stage(FunctionSpec.of("f", "a.B", code).withLayers(List.of(layers)));
  }

  private Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
