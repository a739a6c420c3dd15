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
        "{'detail':{'amount':[{'numeric':['>',5,'<',12]}]}} | false",
        "{'detail':{'amount':[{'numeric':['>=',12,'<=',12]}]}} | true",
        "{'detail':{'amount':[{'numeric':['=',12]}]}} | true",
        "{'detail':{'state':[{'numeric':['>',1]}]}} | false",
        "{'detail':{'amount':[12.0]}} | true",
        "{'resources':[{'prefix':'b'}]} | true",
        "{'resources':[{'prefix':'c'}]} | false",
        "{'resources':[{'exists':true}]} | true",
        "{'source':[{'wildcard':'s*p'}]} | true",
        "{'source':[{'wildcard':'s*x'}]} | false",
        "{'source':[{'prefix':{'equals-ignore-case':'SH'}}]} | true",
        "{'source':[{'anything-but':{'prefix':'sh'}}]} | false",
        "{'source':[{'anything-but':{'suffix':['x','y']}}]} | true",
        "{'missing':[{'prefix':''}]} | false",
        "{'source':[{}]} | true",
        "{'source':[{'not-known':1}]} | true",
        "{'$or':[{'source':['sea']},{'detail':{'state':['paid']}}]} | true",
        "{'$or':[{'source':['sea']},{'source':['air']}]} | false",
        "{'source':['shop'],'detail':{'state':['open']}} | false"
      })
  void matches_patternAndEvent(String pattern, boolean matches) {
    assertThat(EventPattern.matches(Json.parse(pattern.replace('\'', '"')), Json.parse(EVENT)))
        .isEqualTo(matches);
  }
}
