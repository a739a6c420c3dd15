package io.sleddog.lambda.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private final List<String> told = new ArrayList<>();
  private final Warnings warnings = warnings();

  private Warnings warnings() {
    return new Warnings() {
      @Override
      protected void print(String message, @Nullable Throwable cause) {
        told.add(message);
      }
    };
  }

  @Test
  void settings_noVariables_areTheDefaults() {
    Settings settings = settings(Map.of());
    assertThat(settings.tracing()).isTrue();
    assertThat(settings.enhancedMetrics()).isTrue();
    assertThat(settings.managedServices()).isTrue();
    assertThat(settings.decodeAuthorizer()).isTrue();
    assertThat(settings.encodeAuthorizer()).isTrue();
    assertThat(settings.logsInjection()).isTrue();
    assertThat(settings.pointers()).isTrue();
    assertThat(settings.payloads()).isFalse();
    assertThat(settings.payloadDepth()).isEqualTo(10);
    assertThat(settings.mergeXray()).isFalse();
    assertThat(settings.handler()).isNull();
    assertThat(settings.functionService()).isEqualTo("function");
    assertThat(settings.extractStyles()).containsExactly("datadog", "tracecontext", "baggage");
    assertThat(settings.runtime()).startsWith("java");
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "true,true",
    "TRUE,true",
    "1,true",
    "' true ',true",
    "false,false",
    "False,false",
    "0,false",
    "'',false",
    "' ',false"
  })
  void flag_knownWords_areUnderstood(String value, boolean expected) {
    assertThat(settings(Map.of("DD_TRACE_ENABLED", value)).tracing()).isEqualTo(expected);
    assertThat(told).isEmpty();
  }

  @Test
  void flag_otherWords_giveTheDefaultAndOneWarningWithoutTheValue() {
    Settings settings = settings(Map.of("DD_TRACE_ENABLED", "maybe", "DD_MERGE_XRAY_TRACES", "x"));
    assertThat(settings.tracing()).isTrue();
    assertThat(settings.mergeXray()).isFalse();
    assertThat(told)
        .containsExactlyInAnyOrder(
            "DD_TRACE_ENABLED has a value that is not understood; using true",
            "DD_MERGE_XRAY_TRACES has a value that is not understood; using false");
  }

  @ParameterizedTest
  @CsvSource({"3,3,0", "0,0,0", "-1,10,1", "many,10,1", "'',10,0"})
  void count_anything_isANumberOrTheDefault(String value, int expected, int warningsGiven) {
    String name = "DD_CAPTURE_LAMBDA_PAYLOAD_MAX_DEPTH";
    assertThat(settings(Map.of(name, value)).payloadDepth()).isEqualTo(expected);
    assertThat(told).hasSize(warningsGiven);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "team:shop,tier:gold;team=shop tier=gold",
        "team:shop tier:gold;team=shop tier=gold",
        "url:http://x,a:b:c;url=http://x a=b:c",
        " a : b , :x, y:, z ;a=b",
      })
  void tags_commasOrBlanks_areRead(String value, String expected) {
    Settings settings = settings(Map.of("DD_TAGS", value));
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < settings.spanTags().size(); i++) {
      read.append(i == 0 ? "" : " ").append(settings.spanTags().key(i));
      read.append('=').append(settings.spanTags().value(i));
    }
    assertThat(read.toString()).isEqualTo(expected);
  }

  @Test
  void serviceMapping_specificKey_winsOverTheKind() {
    Map<String, String> variables = new HashMap<>();
    variables.put(
        "DD_SERVICE_MAPPING", "lambda_sqs:queue, orders : exact ,broken,a:b:c,same:same,:x");
    ServiceNames names = settings(variables).serviceNames();
    assertThat(names.renamed("orders", "lambda_sqs")).isEqualTo("exact");
    assertThat(names.renamed("other", "lambda_sqs")).isEqualTo("queue");
    assertThat(names.renamed(null, "lambda_a,lambda_sqs")).isEqualTo("queue");
    assertThat(names.renamed("same", "a")).isNull();
    assertThat(names.areOwn()).isTrue();
  }

  @Test
  void styles_oneDirectionOnly_leavesTheOther() {
    Settings settings =
        settings(
            Map.of(
                "DD_TRACE_PROPAGATION_STYLE", "b3, datadog",
                "DD_TRACE_PROPAGATION_STYLE_INJECT", "tracecontext"));
    assertThat(settings.extractStyles()).containsExactly("b3", "datadog");
    assertThat(settings.injectStyles()).containsExactly("tracecontext");
  }

  @ParameterizedTest
  @CsvSource({"off,0", "ERROR,0", "warn,1", "debug,1", "loud,2"})
  void logLevel_aboveWarnings_silencesThem(String level, int expected) {
    settings(Map.of("DD_LOG_LEVEL", level, "DD_TRACE_ENABLED", "maybe"));
    assertThat(told).hasSize(expected);
  }

  @Test
  void serviceNames_integrationsRemoved_areAllTheUsersService() {
    Map<String, String> variables = new HashMap<>();
    variables.put("DD_TRACE_REMOVE_INTEGRATION_SERVICE_NAMES_ENABLED", "true");
    assertThat(settings(variables).serviceNames().renamed("orders", "lambda_sqs")).isNull();
    variables.put("DD_SERVICE", "shop");
    assertThat(settings(variables).serviceNames().renamed("orders", "lambda_sqs"))
        .isEqualTo("shop");
    variables.put("DD_SERVICE_MAPPING", "lambda_sqs:queue");
    assertThat(settings(variables).serviceNames().renamed("orders", "lambda_sqs"))
        .isEqualTo("queue");
    assertThat(settings(variables).serviceNames().renamed("orders", "lambda_sns"))
        .isEqualTo("shop");
  }

  @Test
  void styles_unknownOnes_areLeftOutWithOneWarning() {
    Settings settings = settings(Map.of("DD_TRACE_PROPAGATION_STYLE", "datadog, jaeger"));
    assertThat(settings.extractStyles()).containsExactly("datadog");
    assertThat(settings(Map.of("DD_TRACE_PROPAGATION_STYLE", "none")).injectStyles())
        .containsExactly("none");
    assertThat(told)
        .containsExactly(
            "DD_TRACE_PROPAGATION_STYLE has a value that is not understood; using what is"
                + " understood of it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TraceContext,B3MULTI; tracecontext,b3multi; 0",
        " b3 Single Header ; b3 single header; 0",
        "b3single,,baggage; b3single,baggage; 0",
        "jaeger; datadog,tracecontext,baggage; 1",
        ",; datadog,tracecontext,baggage; 1",
        "' '; datadog,tracecontext,baggage; 0",
        "xray,datadog; datadog; 1"
      })
  void styles_anyText_areWhatIsUnderstoodOfItOrTheDefault(
      String value, String expected, int warningsGiven) {
    Settings settings = settings(Map.of("DD_TRACE_PROPAGATION_STYLE_INJECT", value));
    assertThat(String.join(",", settings.injectStyles())).isEqualTo(expected);
    assertThat(told).hasSize(warningsGiven);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DD_TAGS; a:b,nonsense; 1",
        "DD_TAGS; nonsense, more; 1",
        "DD_TAGS; :a, b:; 1",
        "DD_TAGS; a:b,, c:d ,; 0",
        "DD_TAGS; a:b  c:d; 0",
        "DD_SERVICE_MAPPING; a:b,nonsense,x:y:z; 1",
        "DD_SERVICE_MAPPING; a:b,,same:same, ; 0",
      })
  void pairs_thatAreNone_giveOneWarning(String variable, String value, int warningsGiven) {
    settings(Map.of(variable, value));
    assertThat(told).hasSize(warningsGiven).allMatch(text -> text.startsWith(variable + " has a"));
  }

  @Test
  void say_moreThanAThousandMessages_isSilent() {
    for (int i = 0; i < 1100; i++) {
      warnings.say("points of metric" + i + " are dropped");
    }
    assertThat(told).hasSize(1000);
  }

  @Test
  void values_thatAreNotUnderstood_giveOneWarningThatNamesTheVariable() throws IOException {
    Pattern typed =
        Pattern.compile(
            "(?:hearLevel|flag|count|rate|port|styles)\\((?:environment, )?\\s*\"([A-Z_0-9]+)\"");
    Matcher matcher = typed.matcher(sources());
    int count = 0;
    while (matcher.find()) {
      told.clear();
      String value = "some nonsense";
      Environment environment = new Environment(Map.of(matcher.group(1), value), warnings());
      new AgentSettings(environment, new Settings(environment));
      assertThat(told).as(matcher.group(1)).hasSize(1);
      assertThat(told.get(0)).startsWith(matcher.group(1) + " has a").doesNotContain(value);
      count++;
    }
    assertThat(count).isGreaterThan(20);
  }

  private static String sources() throws IOException {
    Path folder = Path.of("src/main/java/io/sleddog/lambda/config");
    return Files.readString(folder.resolve("Settings.java"))
        + Files.readString(folder.resolve("AgentSettings.java"));
  }

  @Test
  void readme_namesEveryVariableThatIsRead() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(names(readme, "\\| `([A-Z][A-Z0-9_]+)`"))
        .isEqualTo(names(sources(), "\"([A-Z][A-Z0-9_]*[A-Z])\""));
  }

  @Test
  void version_isThatOfTheBuild() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + Version.TEXT + "</version>");
  }

  private static Set<String> names(String text, String pattern) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private Settings settings(Map<String, String> variables) {
    return new Settings(new Environment(variables, warnings));
  }
}
