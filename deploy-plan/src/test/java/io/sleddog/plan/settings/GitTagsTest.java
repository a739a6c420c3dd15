package io.sleddog.plan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitTagsTest {
  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/shop.git,github.com/acme/shop.git",
    "https://me:secret@github.com/acme/shop,github.com/acme/shop",
    "https://git.acme.com:8443/acme/shop?x=y#z,git.acme.com/acme/shop",
    "ssh://git@gitlab.com:22/acme/shop.git,gitlab.com/acme/shop.git",
    "git@github.com:acme/shop.git,github.com/acme/shop.git",
    "github.com/acme/shop,github.com/acme/shop",
  })
  void parse_url_isCleanOfSecretsAndPorts(String url, String clean) {
    assertThat(GitTags.parse("abc," + url)).isEqualTo(new GitTags("abc", clean));
  }

  @Test
  void parse_shaAlone_hasNoRepository() {
    assertThat(GitTags.parse(" abc ")).isEqualTo(new GitTags("abc", ""));
  }

  @Test
  void on_settings_addsWhatIsThere() {
    assertThat(GitTags.parse("abc").on(Settings.none()).tags().texts())
        .containsOnlyKeys("git.commit.sha");
    assertThat(GitTags.parse("abc,github.com/a/b").on(Settings.none()).tags().texts())
        .containsOnlyKeys("git.commit.sha", "git.repository_url");
    assertThat(GitTags.none().on(Settings.none())).isEqualTo(Settings.none());
  }
}
