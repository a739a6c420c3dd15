package io.sleddog.forwarder.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, https://kms.eu-west-1.amazonaws.com",
    "cn-north-1, https://kms.cn-north-1.amazonaws.com.cn",
    "us-gov-west-1, https://kms-fips.us-gov-west-1.amazonaws.com",
    "us-iso-east-1, https://kms.us-iso-east-1.c2s.ic.gov"
  })
  void endpoint_region_isInItsPartition(String region, String endpoint) {
    assertThat(from(Map.of("AWS_REGION", region)).endpoint("kms", region)).isEqualTo(endpoint);
  }

  @ParameterizedTest
  @CsvSource({
    "logs, us-gov-west-1, https://logs.us-gov-west-1.amazonaws.com",
    "sqs, us-gov-west-1, https://sqs.us-gov-west-1.amazonaws.com",
    "ssm, us-gov-east-1, https://ssm.us-gov-east-1.amazonaws.com",
    "secretsmanager, us-gov-west-1, https://secretsmanager-fips.us-gov-west-1.amazonaws.com",
    "lambda, us-gov-west-1, https://lambda-fips.us-gov-west-1.amazonaws.com",
    "tagging, us-gov-west-1, https://tagging-fips.us-gov-west-1.amazonaws.com",
    "ssm, us-east-1, https://ssm-fips.us-east-1.amazonaws.com"
  })
  void endpoint_fips_hasTheNameThatAwsGaveIt(String service, String region, String endpoint) {
    Map<String, String> variables = Map.of("AWS_REGION", region, "DD_LAMBDA_FIPS_MODE", "true");

    assertThat(from(variables).endpoint(service, region)).isEqualTo(endpoint);
  }

  @Test
  void endpoint_fipsOff_isThePlainOneInGovCloudToo() {
    Map<String, String> variables =
        Map.of("AWS_REGION", "us-gov-west-1", "DD_LAMBDA_FIPS_MODE", "false");

    assertThat(from(variables).endpoint("kms", "us-gov-west-1"))
        .isEqualTo("https://kms.us-gov-west-1.amazonaws.com");
  }

  @Test
  void endpoint_ownAddress_isUsedForItsServiceOrForAll() {
    AwsSettings settings =
        from(
            Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:5000/",
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:6000"));

    assertThat(settings.endpoint("sqs", "r")).isEqualTo("http://127.0.0.1:5000");
    assertThat(settings.endpoint("secretsmanager", "r")).isEqualTo("http://127.0.0.1:6000");
    assertThat(settings.isRedirected("s3")).isTrue();
  }

  private static AwsSettings from(Map<String, String> variables) {
    return AwsSettings.from(new Environment(variables));
  }
}
