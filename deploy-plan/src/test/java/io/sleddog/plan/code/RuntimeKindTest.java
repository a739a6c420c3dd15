package io.sleddog.plan.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.PackageType;
import io.sleddog.plan.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeKindTest {
  @ParameterizedTest
  @CsvSource({
    "java11,JAVA",
    "java11.al2023,JAVA",
    "java17,JAVA",
    "java17.al2023,JAVA",
    "java21,JAVA",
    "java25,JAVA",
    "java29,JAVA",
    "java8,OLD_JAVA",
    "java8.al2,OLD_JAVA",
    "java8.al2023,OLD_JAVA",
    "python3.13,OTHER",
    "nodejs22.x,OTHER",
    "dotnet8,OTHER",
    "ruby3.4,OTHER",
    "go1.x,OTHER",
    "javascript,OTHER",
    "java,OTHER",
    "provided,OS_ONLY",
    "provided.al2,OS_ONLY",
    "provided.al2023,OS_ONLY",
    "${Ref Runtime},UNKNOWN",
    "${Ref Runtime=java21},JAVA",
    "java${Ref Version},UNKNOWN",
  })
  void of_runtime_isItsKind(String runtime, RuntimeKind kind) {
    assertThat(RuntimeKind.of(Code.zip(Functions.text(runtime), Text.of("h")))).isEqualTo(kind);
  }

  @Test
  void of_codeWithoutRuntime_isImageOrUnknown() {
    assertThat(RuntimeKind.of(Code.image())).isEqualTo(RuntimeKind.IMAGE);
    assertThat(RuntimeKind.of(new Code(PackageType.ZIP, null, null, null, false)))
        .isEqualTo(RuntimeKind.UNKNOWN);
    Code unknown = new Code(PackageType.UNKNOWN, Text.of("java21"), null, null, false);
    assertThat(RuntimeKind.of(unknown)).isEqualTo(RuntimeKind.UNKNOWN);
  }
}
