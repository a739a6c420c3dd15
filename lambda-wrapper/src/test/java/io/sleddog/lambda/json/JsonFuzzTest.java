package io.sleddog.lambda.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.JsonNode;
import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our reader against Jackson's, on texts made by chance. */
class JsonFuzzTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final String[] SCALARS = {
    "1", "-2.5", "1e3", "true", "false", "null", "\"\"", "\"a\"", "\"\\u00e9\\n\"", "\"日\""
  };

  @Test
  void parse_validTexts_areReadAsJacksonReadsThem() throws IOException {
    Random random = new Random(42);
    for (int i = 0; i < 5_000; i++) {
      String text = value(random, 4);
      assertSame(Json.parse(text), JACKSON.readTree(text), text);
    }
  }

  private static String value(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(3);
    StringBuilder text = new StringBuilder(kind == 1 ? "[" : kind == 2 ? "{" : "");
    if (kind == 0) {
      return SCALARS[random.nextInt(SCALARS.length)];
    }
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : random.nextBoolean() ? "," : " ,\n");
      text.append(kind == 2 ? "\"k" + i + "é\" : " : "").append(value(random, depth - 1));
    }
    return text.append(kind == 1 ? "]" : "}").toString();
  }

  private static void assertSame(Json ours, JsonNode theirs, String text) {
    assertThat(ours.exists()).as(text).isTrue();
    if (theirs.isObject()) {
      for (Map.Entry<String, JsonNode> member : theirs.properties()) {
        assertSame(ours.get(member.getKey()), member.getValue(), text);
      }
    } else if (theirs.isArray()) {
      Json item = ours.first();
      for (JsonNode element : theirs) {
        assertSame(item, element, text);
        item = item.next();
      }
      assertThat(item.exists()).as(text).isFalse();
    } else if (theirs.isTextual()) {
      assertThat(ours.text()).as(text).isEqualTo(theirs.asText());
    } else if (theirs.isNumber()) {
      assertThat(ours.decimal(Double.NaN)).as(text).isEqualTo(theirs.asDouble());
    } else {
      assertThat(ours.source()).as(text).isEqualTo(theirs.asText());
    }
  }

  @Test
  void parse_anyBytes_neverThrows() {
    Random random = new Random(7);
    byte[] alphabet = "{}[]\",:\\ue1.-tfn \u0000é".getBytes(UTF_8);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(24)];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = alphabet[random.nextInt(alphabet.length)];
      }
      Json json = Json.parse(bytes);
      assertThat(json.source().length()).isLessThanOrEqualTo(bytes.length);
      json.get("a").first().next().text();
    }
  }
}
