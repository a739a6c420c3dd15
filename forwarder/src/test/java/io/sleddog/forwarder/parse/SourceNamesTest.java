package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNamesTest {

  @ParameterizedTest
  @CsvSource({
    "/aws/lambda/fn, s, lambda",
    "/AWS/Lambda-insights, s, lambda",
    "/aws/kinesisfirehose/x, s, kinesis",
    "sns/us-east-1/1/topic, s, sns",
    "my-CloudTrail-group, s, cloudtrail",
    "/aws/lambda/fn, 1_CloudTrail_us-east-1, cloudtrail",
    "/aws/rds/instance/x, s, cloudwatch",
    "/custom, 2023/11/06/fn[1]13e304cba4b9446eb7ef082a00038990, lambda",
    "'', '', cloudwatch"
  })
  void ofLogGroup_knownNames_findsTheSource(String group, String stream, String source) {
    assertThat(SourceNames.ofLogGroup(group, stream)).isEqualTo(source);
  }
}
