package io.sleddog.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeTest {
  private static final Code ZIP = Code.zip(Text.of("java21"), Text.of("com.acme.A"));

  @Test
  void zip_runtimeAndHandler_isUnsignedAndOfNoArchitecture() {
    assertThat(ZIP)
        .isEqualTo(
            new Code(PackageType.ZIP, Text.of("java21"), Text.of("com.acme.A"), null, false));
  }

  @Test
  void image_hasNeitherRuntimeNorHandler() {
    assertThat(Code.image()).isEqualTo(new Code(PackageType.IMAGE, null, null, null, false));
  }

  @Test
  void copies_ofCode_changeOnePartEach() {
    assertThat(ZIP.withHandler(null)).isEqualTo(Code.zip(Text.of("java21"), null));
    assertThat(ZIP.withRuntime(Text.of("java25")))
        .isEqualTo(Code.zip(Text.of("java25"), Text.of("com.acme.A")));
    assertThat(ZIP.withArchitecture(Text.of("arm64")).architecture()).isEqualTo(Text.of("arm64"));
    assertThat(ZIP.signed().isSigned()).isTrue();
    assertThat(ZIP.signed().withHandler(Text.of("b")).isSigned()).isTrue();
    assertThat(ZIP.isSigned()).isFalse();
  }
}
