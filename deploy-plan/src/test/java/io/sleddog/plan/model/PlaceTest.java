package io.sleddog.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where functions live. */
class PlaceTest {
  @ParameterizedTest
  @CsvSource({
    "eu-west-1, aws",
    "us-east-1, aws",
    "us-gov-west-1, aws-us-gov",
    "us-gov-east-1, aws-us-gov",
    "cn-north-1, aws-cn",
    "cn-northwest-1, aws-cn",
    "us-iso-east-1, aws-iso",
    "us-isob-east-1, aws-iso-b",
    "eu-isoe-west-1, aws-iso-e",
    "us-isof-south-1, aws-iso-f",
    "eusc-de-east-1, aws-eusc",
    "cnx-new-1, aws",
  })
  void partitionOf_region_isTheOneOfItsPrefix(String region, String partition) {
    assertThat(Place.partitionOf(region)).isEqualTo(partition);
  }

  @Test
  void arn_ofAResource_isWhatThePlaceIsReadFrom() {
    Place place =
        new Place(Text.of("aws-cn"), Text.hole("r", "AWS::Region"), Text.of("123456789012"));
    Text arn = place.arn("lambda", Text.of("function:orders"));

    assertThat(arn.shape())
        .isEqualTo("arn:aws-cn:lambda:${AWS::Region}:123456789012:function:orders");
    assertThat(Place.of(Arn.tryParse(arn).orElseThrow())).isEqualTo(place);
  }
}
