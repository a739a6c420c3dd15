package io.sleddog.lambda.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.json.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "{'headers':{'host':'a'}}; host; a",
        "{'headers':{'HOST':'a'}}; host; a",
        "{'headers':{'HosT':'a'}}; host; a",
        "{'headers':{'host':'a'}}; hosT2; ",
        "{'headers':{'hos_':'a'}}; host; ",
        "{'headers':{'X-ID_7':'a'}}; x-id_7; a",
        "{'headers':{'X-ID@':'a','X-ID`':'b'}}; x-id`; b",
        "{'headers':{'ho\\u0073t':'a'}}; host; a",
        "{'headers':{'é':'a','host':'b'}}; host; b",
        "{'headers':{'':'a'}}; host; ",
        "{'headers':{'host':5}}; host; 5",
        "{'headers':{'host':['a','b']}}; host; a",
        "{'headers':{'host':null},'multiValueHeaders':{'Host':['b','c']}}; host; b",
        "{'headers':{},'multiValueHeaders':{'Host':['b','c']}}; host; b",
        "{'headers':null,'multiValueHeaders':{'Host':['b']}}; host; b",
        "{'headers':{'host':'a'},'multiValueHeaders':{'host':['b']}}; host; a",
        "{'headers':'host'}; host; ",
        "{'headers':['host','a']}; host; ",
        "{}; host; "
      },
      delimiter = ';')
  void get_ofAnHttpEvent_findsTheFirstValue(String event, String name, String value) {
    Carrier carrier = Carrier.ofHttp(Json.parse(event.replace('\'', '"')));
    assertThat(carrier.get(name)).isEqualTo(value);
  }

  @Test
  void get_ofAMap_leavesOutWhatIsNull() {
    Map<String, String> map = new HashMap<>();
    map.put("a", null);
    map.put(null, "b");
    map.put("Some-\"Name\"", "v");
    Carrier carrier = Carrier.of(map);
    assertThat(carrier.get("a")).isNull();
    assertThat(carrier.get("some-\"name\"")).isEqualTo("v");
    assertThat(Carrier.NONE.get("a")).isNull();
  }
}
