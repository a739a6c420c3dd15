package io.sleddog.cdk.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a template as YAML that every reader of YAML 1.1 takes for the same values. */
final class TemplateYaml {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          YAMLFactory.builder()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .stringQuotingChecker(new LookAlikes())
              .build());

  /** Sections, what is declared in them, and the members of that. */
  private static final int DECLARED = 3;

  private TemplateYaml() {}

  static String of(JsonNode template) throws JsonProcessingException {
    return MAPPER.writeValueAsString(ordered(template, 0));
  }

  /**
   * The same node, its deeper members by name. Java's maps have another order in each process, and
   * two builds of one commit are to give the same bytes; what is named stays in the order in which
   * it was declared.
   */
  private static JsonNode ordered(JsonNode node, int depth) {
    if (node.isArray()) {
      ArrayNode list = MAPPER.createArrayNode();
      node.forEach(it -> list.add(ordered(it, depth + 1)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    if (depth >= DECLARED) {
      Collections.sort(names);
    }
    ObjectNode map = MAPPER.createObjectNode();
    names.forEach(it -> map.set(it, ordered(node.get(it), depth + 1)));
    return map;
  }

  /** A policy's version is a text, though it looks like a date; others look like numbers. */
  private static final class LookAlikes extends StringQuotingChecker.Default {
    private static final Pattern PATTERN =
        Pattern.compile("\\d{4}-\\d{2}-\\d{2}|[-+]?[\\d.]+[eE][-+]?\\d+");
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteValue(String value) {
      return super.needToQuoteValue(value) || PATTERN.matcher(value).matches();
    }
  }
}
