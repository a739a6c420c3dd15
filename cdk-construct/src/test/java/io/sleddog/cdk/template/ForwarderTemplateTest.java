package io.sleddog.cdk.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sleddog.cdk.NeedsNode;
import io.sleddog.cdk.setting.ForwarderSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsNode
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwarderTemplateTest {
  private static final Path RESOURCES = Path.of("src/test/resources/template");
  private static final int LARGEST_BODY = 51_200;

  private String text = "";
  private JsonNode template = new YAMLMapper().createObjectNode();

  @BeforeAll
  void write() throws IOException {
    text = TemplateWriter.write();
    template = new YAMLMapper().readTree(text);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/template/parameters.csv", numLinesToSkip = 1)
  void parameter_withValue_hasItsEffect(
      String parameter, String value, String pointer, String expected) {
    JsonNode found = at(resources(Map.of(parameter, value == null ? "" : value)), pointer);

    assertThat(found.isMissingNode() ? null : textOf(found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(ForwarderSetting.class)
  void setting_withValue_reachesItsVariable(ForwarderSetting setting) {
    JsonNode found = variables(Map.of(setting.parameter(), "some")).path(setting.variable());

    assertThat(found.asText()).isEqualTo("some");
  }

  @ParameterizedTest
  @EnumSource(ForwarderSetting.class)
  void setting_leftAlone_isTheDefaultOrAbsent(ForwarderSetting setting) {
    JsonNode found = variables(Map.of()).path(setting.variable());

    assertThat(found.asText()).isEqualTo(setting.standard());
    assertThat(found.isMissingNode()).isEqualTo(setting.standard().isEmpty());
  }

  @Test
  void parameters_ofDatadogsTemplate_areAllThere() throws IOException {
    assertThat(names("Parameters"))
        .containsAll(Files.readAllLines(RESOURCES.resolve("datadog-parameters.txt")));
  }

  @Test
  void parameters_all_areTriedHere() throws IOException {
    Set<String> tried = new TreeSet<>();
    for (String line : Files.readAllLines(RESOURCES.resolve("parameters.csv"))) {
      tried.add(line.substring(0, line.indexOf(',')));
    }
    for (ForwarderSetting setting : ForwarderSetting.values()) {
      tried.add(setting.parameter());
    }

    assertThat(tried).containsAll(names("Parameters"));
  }

  @Test
  void resources_ofDatadogsTemplate_keepTheirLogicalIds() {
    assertThat(names("Resources"))
        .contains(
            "Forwarder",
            "ForwarderRole",
            "LogGroup",
            "DdApiKeySecret",
            "ForwarderBucket",
            "ForwarderBucketPolicy",
            "SchedulerRole",
            "Scheduler",
            "CloudWatchLogsInvokePermission",
            "S3Permission",
            "SNSPermission",
            "CloudWatchEventsPermission");
    assertThat(template.at("/Outputs/DatadogForwarderArn/Export/Name/Fn::Sub").asText())
        .isEqualTo("${AWS::StackName}-ForwarderArn");
  }

  @Test
  void retry_ofStoredEvents_isScheduled() {
    Map<String, String> wanted =
        Map.of(
            "DdStoreFailedEvents", "true",
            "DdScheduleRetryFailedEvents", "true",
            "DdScheduleRetryInterval", "12");

    JsonNode schedule = resources(wanted).path("Scheduler").path("Properties");

    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(12 hours)");
    assertThat(schedule.path("Name").asText()).isEqualTo("stack-retry");
  }

  @Test
  void retry_everyHour_isSaidInTheSingular() {
    Map<String, String> wanted =
        Map.of(
            "DdStoreFailedEvents", "true",
            "DdScheduleRetryFailedEvents", "true",
            "DdScheduleRetryInterval", "1");

    assertThat(resources(wanted).at("/Scheduler/Properties/ScheduleExpression").asText())
        .isEqualTo("rate(1 hour)");
  }

  @Test
  void storage_withoutTagFetching_getsABucketAllTheSame() {
    ObjectNode made =
        resources(Map.of("DdFetchLambdaTags", "false", "DdStoreFailedEvents", "true"));

    assertThat(made.at("/ForwarderBucket/Type").asText()).isEqualTo("AWS::S3::Bucket");
  }

  @Test
  void network_asGiven_reachesTheFunction() {
    ObjectNode made =
        resources(
            Map.of(
                "DdUseVPC", "true",
                "VPCSecurityGroupIds", "sg-1",
                "VPCSubnetIds", "subnet-1,subnet-2"));

    assertThat(made.at("/Forwarder/Properties/VpcConfig").toString())
        .contains("\"SecurityGroupIds\":[\"sg-1\"]", "\"SubnetIds\":[\"subnet-1\",\"subnet-2\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', true, false",
    "'', arn:aws:secretsmanager:DEFAULT, /my/parameter/path, true, false",
    "key, '', '', true, true",
    "'', arn:aws:secretsmanager:r:1:secret:s, '', true, true",
    "'', '', /dd/key, true, true",
    "'', '', '', false, true"
  })
  void rule_withoutAnyKey_fails(
      String key, String secret, String parameter, String toDatadog, boolean passes) {
    assertThat(
            passes(
                "MustSetDdApiKey",
                Map.of(
                    "DdApiKey", key,
                    "DdApiKeySecretArn", secret,
                    "DdApiKeySsmParameterName", parameter,
                    "SendToDatadog", toDatadog)))
        .isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({"'', false", "http://collector:4318, true"})
  void rule_onNeitherDatadogNorCollector_fails(String endpoint, boolean passes) {
    assertThat(passes("MustSetCollector", Map.of("OtlpEndpoint", endpoint))).isEqualTo(passes);
  }

  @ParameterizedTest
  @EnumSource(ForwarderSetting.class)
  void parameter_withFewValues_listsThem(ForwarderSetting setting) {
    List<String> choices = new ArrayList<>();
    template
        .at("/Parameters/" + setting.parameter() + "/AllowedValues")
        .forEach(it -> choices.add(it.asText()));

    assertThat(choices).containsAll(setting.rule().choices());
    if (!choices.isEmpty()) {
      assertThat(choices).contains(setting.standard());
    }
  }

  @Test
  void switches_ofTheStack_areListsOfTwo() {
    for (String name : List.of("DdUseVPC", "DdStoreFailedEvents", "InstallAsLayer")) {
      assertThat(template.at("/Parameters/" + name + "/AllowedValues").toString())
          .as(name)
          .isEqualTo("[\"true\",\"false\"]");
    }
  }

  @ParameterizedTest
  @CsvSource({"'', false", "subnet-1, true"})
  void rule_onNetworkWithoutSubnets_fails(String subnets, boolean passes) {
    assertThat(passes("MustSetNetwork", Map.of("VPCSubnetIds", subnets))).isEqualTo(passes);
  }

  @Test
  void statements_all_nameActionsAndAlmostAllResources() {
    List<String> anywhere = new ArrayList<>();
    for (JsonNode statement : statements(resources(Map.of("DdFetchLogGroupTags", "true")))) {
      assertThat(statement.path("Action").toString()).doesNotContain("*");
      if (statement.path("Resource").toString().equals("\"*\"")) {
        anywhere.add(statement.path("Sid").asText());
      }
    }

    assertThat(anywhere).containsExactly("FetchResourceTags");
  }

  @Test
  void key_inPlainText_standsInNoVariable() {
    assertThat(variables(Map.of("DdApiKey", "0123")).toString()).doesNotContain("0123");
    assertThat(template.at("/Parameters/DdApiKey/NoEcho").asBoolean()).isTrue();
  }

  @Test
  void defaults_all_meetTheirOwnRules() {
    template
        .path("Parameters")
        .properties()
        .forEach(
            entry -> {
              JsonNode parameter = entry.getValue();
              if (parameter.has("AllowedPattern") && parameter.has("Default")) {
                assertThat(parameter.path("Default").asText())
                    .as(entry.getKey())
                    .matches(Pattern.compile(parameter.path("AllowedPattern").asText()));
              }
            });
  }

  @Test
  void text_whole_fitsIntoOneCall() {
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST_BODY);
  }

  @Test
  void references_all_leadSomewhere() {
    Set<String> known = new TreeSet<>(names("Resources"));
    known.addAll(names("Parameters"));

    assertThat(template.findValuesAsText("Ref"))
        .filteredOn(id -> !id.startsWith("AWS::"))
        .allMatch(known::contains);
    assertThat(template.findValues("Fn::GetAtt"))
        .allMatch(attribute -> known.contains(attribute.path(0).asText()));
  }

  private boolean passes(String rule, Map<String, String> given) {
    return new Intrinsics(template, given)
        .test(template.at("/Rules/" + rule + "/Assertions/0/Assert"));
  }

  private ObjectNode resources(Map<String, String> given) {
    Map<String, String> all = new HashMap<>(Map.of("CodeBucket", "code"));
    all.putAll(given);
    return new Intrinsics(template, all).resources();
  }

  private JsonNode variables(Map<String, String> given) {
    return resources(given).at("/Forwarder/Properties/Environment/Variables");
  }

  /** A pointer into the resources, or the id of a statement of the role and a pointer into it. */
  private static JsonNode at(ObjectNode resources, String pointer) {
    if (pointer.startsWith("/")) {
      return resources.at(pointer);
    }
    int slash = pointer.indexOf('/');
    return statements(resources).stream()
        .filter(statement -> statement.path("Sid").asText().equals(pointer.substring(0, slash)))
        .findFirst()
        .map(statement -> statement.at(pointer.substring(slash)))
        .orElse(resources.missingNode());
  }

  private static List<JsonNode> statements(ObjectNode resources) {
    JsonNode list = resources.at("/ForwarderRole/Properties/Policies/0/PolicyDocument/Statement");
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static String textOf(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }

  private Set<String> names(String section) {
    Set<String> names = new TreeSet<>();
    template.path(section).fieldNames().forEachRemaining(names::add);
    return names;
  }
}
