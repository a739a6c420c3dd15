package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.cdk.forwarder.ApiKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NeedsNode
class ForwarderPartitionsTest {
  @ParameterizedTest
  @CsvSource({
    "eu-west-1, aws",
    "us-gov-west-1, aws-us-gov",
    "cn-north-1, aws-cn",
    "us-iso-east-1, aws-iso",
    "eusc-de-east-1, aws-eusc"
  })
  void arns_withRegion_areOfItsPartition(String region, String partition) {
    Synth synth = Synth.in(region);
    synth.forwarder(Synth.props().apiKey(ApiKey.fromParameterName("/key")));

    String place = region + ":" + Synth.ACCOUNT;
    assertThat(synth.only("AWS::Lambda::Permission").path("SourceArn").asText())
        .isEqualTo("arn:" + partition + ":logs:" + place + ":log-group:*:*");
    assertThat(synth.statement("ReadApiKey").path("Resource").asText())
        .isEqualTo("arn:" + partition + ":ssm:" + place + ":parameter/key");
  }

  @Test
  void principals_inAnyStack_areChosenWhenDeployed() {
    Synth synth = Synth.anywhere();
    synth.forwarder();

    assertThat(synth.template().toString())
        .contains(
            "\"SleddogInChina\":{\"Fn::Equals\":[{\"Ref\":\"AWS::Partition\"},\"aws-cn\"]}",
            "[\"SleddogInChina\",\"logs.amazonaws.com.cn\",\"logs.amazonaws.com\"]",
            "[\"SleddogInChina\",\"scheduler.amazonaws.com.cn\",\"scheduler.amazonaws.com\"]")
        .doesNotContain("arn:aws:logs");
  }

  @Test
  void statements_ofAPlainForwarder_nameActionsAndResources() {
    Synth synth = Synth.anywhere();
    synth.forwarder();

    assertThat(synth.statements())
        .isNotEmpty()
        .noneMatch(statement -> statement.path("Action").toString().contains("*"))
        .filteredOn(statement -> statement.path("Resource").toString().equals("\"*\""))
        .extracting(statement -> statement.path("Sid").asText())
        .containsExactly("FetchResourceTags");
  }
}
