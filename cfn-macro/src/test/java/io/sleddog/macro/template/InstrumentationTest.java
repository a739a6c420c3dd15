package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.config.MacroConfig;
import io.sleddog.macro.expression.Nodes;
import io.sleddog.macro.expression.Texts;
import io.sleddog.macro.expression.Values;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of whole templates, of any size. */
class InstrumentationTest {
  private static final Place PLACE =
      new Place(Text.of("aws"), Text.of("eu-west-1"), Text.of("123456789012"));
  private static final String FORWARDER =
      "'forwarderArn':'arn:aws:lambda:eu-west-1:123456789012:function:forwarder'";

  @ParameterizedTest
  @CsvSource({"166, 0, true", "167, 0, false", "10, 470, true", "10, 471, false"})
  void run_manyFunctions_fitIntoOneTemplateOrAreRefused(int functions, int others, boolean fits) {
    ObjectNode template = template(functions, others);
    Instrumentation instrumentation = instrumentation(template, "{" + FORWARDER + "}");
    instrumentation.run();

    assertThat(instrumentation.problems().isEmpty()).isEqualTo(fits);
    assertThat(instrumentation.problems())
        .allSatisfy(it -> assertThat(it).contains("CloudFormation allows 500", "[resource-limit]"));
  }

  @Test
  void run_tooLargeBefore_isNotOurMatter() {
    ObjectNode template = template(3, 600);
    Instrumentation instrumentation = instrumentation(template, "{}");
    instrumentation.run();

    assertThat(instrumentation.problems()).isEmpty();
  }

  @Test
  void run_oneOfTwoFunctionsIsWrong_namesThatOne() {
    ObjectNode template = template(2, 0);
    ObjectNode broken = (ObjectNode) template.at("/Resources/Function0/Properties");
    broken.remove("Handler");
    Instrumentation instrumentation = instrumentation(template, "{" + FORWARDER + "}");
    instrumentation.run();

    assertThat(instrumentation.problems()).singleElement().asString().startsWith("Function0: ");
  }

  @Test
  void run_eachFunction_hasIdsOfItsOwnThatDoNotFollowTheOthers() {
    ObjectNode alone = template(1, 0);
    ObjectNode among = template(5, 3);
    instrumentation(alone, "{" + FORWARDER + "}").run();
    instrumentation(among, "{" + FORWARDER + "}").run();

    List<String> ids = new ArrayList<>();
    alone.path("Resources").fieldNames().forEachRemaining(ids::add);
    assertThat(ids).hasSize(3);
    for (String id : ids) {
      JsonNode same = among.path("Resources").path(id);
      assertThat(same).as(id).isEqualTo(alone.path("Resources").path(id));
    }
  }

  private static ObjectNode template(int functions, int others) {
    ObjectNode template = JsonNodeFactory.instance.objectNode();
    ObjectNode resources = template.putObject("Resources");
    for (int i = 0; i < functions; i++) {
      resources.set(
          "Function" + i,
          Nodes.of(
              "{'Type':'AWS::Lambda::Function','Properties':"
                  + "{'Runtime':'java21','Handler':'com.acme.Orders::handle'}}"));
    }
    for (int i = 0; i < others; i++) {
      resources.set("Topic" + i, Nodes.of("{'Type':'AWS::SNS::Topic'}"));
    }
    return template;
  }

  private static Instrumentation instrumentation(ObjectNode template, String params) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.set("fragment", template);
    ObjectNode given = (ObjectNode) Nodes.of(params);
    event.set("params", given.put("addLayers", "false"));
    Values values = new Values(template, Nodes.of("{}"), Map.of());
    MacroConfig config = MacroConfig.read(Map.of(), event, new Texts(values), PLACE, "macro-1");
    assertThat(config.problems()).isEmpty();
    return new Instrumentation(template, config, values, PLACE);
  }
}
