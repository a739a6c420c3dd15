package io.sleddog.macro.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.plan.model.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in which CloudFormation looks something up. */
class DynamicReferenceTest {
  private final Texts texts =
      new Texts(new Values(Nodes.of("{}"), Nodes.of("{}"), Map.of("AWS::Region", "eu-west-1")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{resolve:ssm:/a}}|${resolve:ssm:/a}",
        "a-{{resolve:ssm:/b:3}}-c|a-${resolve:ssm:/b:3}-c",
        "{{resolve:secretsmanager:x:SecretString:k}}{{resolve:ssm:/b}}"
            + "|${resolve:secretsmanager:x:SecretString:k}${resolve:ssm:/b}",
      })
  void parse_reference_isAHole(String text, String shape) {
    Text parsed = DynamicReference.parse(text);
    assertThat(parsed.shape()).isEqualTo(shape);
    assertThat(parsed.isKnown()).isFalse();
    assertThat(texts.write(parsed)).isEqualTo(Nodes.of("'" + text + "'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "{{other}}", "{{resolve:ssm:/a", "resolve:ssm:/a}}", "{}"})
  void parse_otherText_isKnown(String text) {
    assertThat(DynamicReference.parse(text).known()).contains(text);
  }

  @Test
  void write_besideAnExpression_staysAReference() {
    Text text = DynamicReference.parse("{{resolve:ssm:/a}}-").plus(texts.ref("Stage"));
    JsonNode written = texts.write(text);

    assertThat(written).isEqualTo(Nodes.of("{'Fn::Sub':'{{resolve:ssm:/a}}-${Stage}'}"));
    assertThat(texts.read(written).shape()).isEqualTo("{{resolve:ssm:/a}}-${Stage}");
  }

  @Test
  void of_textWithAReference_hasNoCertainValue() {
    Values values = new Values(Nodes.of("{}"), Nodes.of("{}"), Map.of());
    assertThat(values.of(Nodes.of("'{{resolve:ssm:/a}}'"))).isEmpty();
    assertThat(values.of(Nodes.of("{'Fn::Join':['',['a','{{resolve:ssm:/a}}']]}"))).isEmpty();
    assertThat(values.of(Nodes.of("{'Fn::Join':['',['a','b']]}"))).contains("ab");
  }
}
