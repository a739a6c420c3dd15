package io.sleddog.cdk.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How a template is written. */
class TemplateYamlTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void of_membersInAnyOrder_isTheSameText() throws IOException {
    String one = "{'Resources':{'B':{'Type':'T','Properties':{'z':1,'a':[{'y':2,'x':3}]}}}}";
    String other = "{'Resources':{'B':{'Type':'T','Properties':{'a':[{'x':3,'y':2}],'z':1}}}}";
    assertThat(TemplateYaml.of(node(one))).isEqualTo(TemplateYaml.of(node(other)));
  }

  @Test
  void of_whatIsDeclared_staysInItsOrder() throws IOException {
    String text = TemplateYaml.of(node("{'Z':{'B':{'Type':'T','Else':1},'A':{}},'C':{}}"));
    assertThat(text.lines())
        .containsExactly("Z:", "  B:", "    Type: T", "    Else: 1", "  A: {}", "C: {}");
  }

  @Test
  void of_valuesThatLookLikeOthers_areReadAsTexts() throws IOException {
    JsonNode template = node("{'a':{'b':['2012-10-17','true','012','1e3','','on','*','a: b']}}");
    assertThat(new YAMLMapper().readTree(TemplateYaml.of(template))).isEqualTo(template);
  }

  private static JsonNode node(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
