package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryObjectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[]} | true",
        "{\"messageType\":\"CONTROL_MESSAGE\",\"logEvents\":[{}]} | true",
        "{ \"messageType\" : \"DATA_MESSAGE\" , \"logEvents\" : [ ] } | true",
        "{\"owner\":\"1\",\"logEvents\":[],\"messageType\":\"DATA_MESSAGE\"} | true",
        "{\"logEvents\":[{}],\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\"} | true",
        "{\"subscriptionFilters\":[\"f\"],\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[]} | true",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"mess | true",
        "{\"messageType\":\"DATA_MESSAGE\"} | false",
        "{\"messageType\":\"order\",\"logEvents\":[]} | false",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":{}} | false",
        "{\"owner\":\"me\",\"message\":\"text\"} | false",
        "{\"owner\":\"1\",\"logEvents\":[{\"mess | false",
        "{\"x\":1,\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[]} | false",
        "{} | false",
        "{ | false",
      })
  void is_object_tellsDeliveriesFromLogs(String object, boolean delivery) throws IOException {
    assertThat(DeliveryObject.is(Slice.of(object))).isEqualTo(delivery);
  }
}
