package io.sleddog.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {
  private static final String EVENT =
      "{'source':'shop','resources':['a','b'],'detail':{'state':'paid','amount':12}}"
          .replace('\'', '"');

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | true",
        "{'source':['shop']} | true",
        "{'source':['shop','sea']} | true",
        "{'source':['sea']} | false",
        "{'missing':['x']} | false",
        "{'resources':['b']} | true",
        "{'resources':['c']} | false",
        "{'detail':{'state':['paid']}} | true",
        "{'detail':{'state':['open']}} | false",
        "{'detail':{'amount':[12]}} | true",
        "{'source':[{'prefix':'sh'}]} | true",
        "{'source':[{'prefix':'x'}]} | false",
        "{'source':[{'suffix':'op'}]} | true",
        "{'source':[{'equals-ignore-case':'SHOP'}]} | true",
        "{'source':[{'exists':true}]} | true",
        "{'source':[{'exists':false}]} | false",
        "{'missing':[{'exists':false}]} | true",
        "{'source':[{'anything-but':'shop'}]} | false",
        "{'source':[{'anything-but':['sea','air']}]} | true",
        "{'missing':[{'anything-but':'x'}]} | false",
        "{'detail':{'amount':[{'numeric':['>',5]}]}} | true",
        "{'source':['shop'],'detail':{'state':['open']}} | false"
      })
  void matches_patternAndEvent(String pattern, boolean matches) {
    assertThat(EventPattern.matches(Json.parse(pattern.replace('\'', '"')), Json.parse(EVENT)))
        .isEqualTo(matches);
  }
}
