package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.cdk.setting.ForwarderSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadmeTest {
  @ParameterizedTest
  @EnumSource(ForwarderSetting.class)
  void readme_ofEachSetting_namesTheVariable(ForwarderSetting setting) throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains("`" + setting.variable() + "`");
  }
}
