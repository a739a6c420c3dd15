package io.sleddog.lambda.trigger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiStageTest {
  private static final String TEXT =
      "{\"domainName\":\"a.example.com\",\"apiId\":\"a\",\"stage\":\"prod\"}";

  private final ApiStage stage = of(TEXT, ApiStage.NONE);

  @Test
  void of_theSameAgain_isTheSameObject() {
    assertThat(of(TEXT, stage)).isSameAs(stage);
    assertThat(of("{\"more\":1," + TEXT.substring(1), stage)).isSameAs(stage);
    assertThat(of("{}", ApiStage.NONE)).isSameAs(ApiStage.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"domainName\":\"b.example.com\",\"apiId\":\"a\",\"stage\":\"prod\"}",
        "{\"domainName\":\"a.example.com\",\"apiId\":\"b\",\"stage\":\"prod\"}",
        "{\"domainName\":\"a.example.com\",\"apiId\":\"a\",\"stage\":\"test\"}",
        "{\"domainName\":\"a.example.com\",\"apiId\":\"a\",\"stage\":\"prod2\"}",
        "{\"domainName\":\"a.example.com\",\"apiId\":\"a\",\"stage\":null}",
        "{\"domainName\":\"a.example.com\",\"apiId\":[\"a\"],\"stage\":\"prod\"}",
        "{\"domainName\":\"a.example.com\",\"apiId\":\"a\"}",
      })
  void of_anotherOne_isRead(String other) {
    ApiStage read = of(other, stage);
    assertThat(read).isNotSameAs(stage);
    assertThat(of(TEXT, read).url("/x")).isEqualTo("https://a.example.com/x");
    assertThat(read.domain()).isEqualTo(Json.parse(other).get("domainName").text());
    assertThat(read.api()).isEqualTo(Json.parse(other).get("apiId").scalar());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "{\"domainName\":\"d\"}; /p; https://d/p",
        "{\"domainName\":\"d\"}; ; https://d",
        "{\"domainName\":\"d\\u00e9\"}; /p; https://dé/p",
        "{\"domainName\":7}; /p; ",
        "{}; /p; "
      },
      delimiter = ';')
  void url_withAndWithoutItsParts_isWhatIsKnown(String context, String path, String url) {
    ApiStage read = of(context, ApiStage.NONE);
    assertThat(read.url(path)).isEqualTo(url);
    Object ofEvent = read.url(path == null ? Json.MISSING : Json.ofText(path));
    assertThat(ofEvent == null ? null : Tags.text(ofEvent)).isEqualTo(url);
    assertThat(read.url(Json.parse("7"))).isEqualTo(read.url((String) null));
  }

  @Test
  void arn_ofAFunction_isInItsRegionAndPartition() {
    assertThat(arn(stage, "us-east-1"))
        .isEqualTo("arn:aws:apigateway:us-east-1::/restapis/a/stages/prod");
    assertThat(arn(stage, "cn-north-1"))
        .isEqualTo("arn:aws-cn:apigateway:cn-north-1::/restapis/a/stages/prod");
    FunctionArn function = function("eu-west-1");
    assertThat(stage.arn(function)).isSameAs(stage.arn(function));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"apiId\":\"a\"}", "{\"stage\":\"prod\"}"})
  void arn_ofWhatIsNotKnown_isNull(String context) {
    assertThat(of(context, ApiStage.NONE).arn(function("eu-west-1"))).isNull();
  }

  private static String arn(ApiStage stage, String region) {
    return String.valueOf(requireNonNull(stage.arn(function(region))).text());
  }

  private static FunctionArn function(String region) {
    return requireNonNull(
        FunctionArn.tryParse("arn:aws:lambda:" + region + ":123456789012:function:orders"));
  }

  private static ApiStage of(String context, ApiStage known) {
    return ApiStage.of(Json.parse(context), known);
  }
}
