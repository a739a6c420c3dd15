package io.sleddog.cli.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionNameTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders";

  @ParameterizedTest
  @CsvSource({
    "orders,orders,''",
    "orders:$LATEST,orders,''",
    "123456789012:function:orders,123456789012:function:orders,''",
    ARN + "," + ARN + ",eu-west-1",
    ARN + ":$LATEST," + ARN + ",eu-west-1",
    "arn:aws-cn:lambda:cn-north-1:123456789012:function:orders,"
        + "arn:aws-cn:lambda:cn-north-1:123456789012:function:orders,cn-north-1",
  })
  void parse_eachForm_givesNameAndRegion(String text, String whole, String region) {
    FunctionName name = FunctionName.parse(text);

    assertThat(name.name()).isEqualTo("orders");
    assertThat(name.text()).isEqualTo(whole);
    assertThat(name.region().orElse("")).isEqualTo(region);
  }

  @ParameterizedTest
  @CsvSource({
    "orders:live,function-version",
    "orders:7,function-version",
    ARN + ":live,function-version",
    "'',function-name",
    "or ders,function-name",
    "arn:aws:s3:::bucket,function-name",
    "arn:aws:lambda:eu-west-1:orders,function-name",
    "https://orders,function-name",
  })
  void parse_somethingElse_isWrongUsage(String text, String id) {
    Problem problem = catchThrowableOfType(Problem.class, () -> FunctionName.parse(text));

    assertThat(problem.id()).isEqualTo(id);
    assertThat(problem.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(problem.message()).contains(text);
  }
}
