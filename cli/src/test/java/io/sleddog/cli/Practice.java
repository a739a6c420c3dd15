package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account in which the doctor finds nothing, to make something wrong in it. */
final class Practice {
  static final String REGION = "eu-west-1";
  static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);
  static final String GROUP = "/aws/lambda/orders";

  private static final String KEY = "0123456789abcdef0123456789ABCDEF";

  private final FakeAws aws = new FakeAws();
  private final Console console;

  Practice(Path folder) {
    this.console = new Console(folder, aws);
    aws.lambda().layerUpTo(1);
    aws.lambda().add("Forwarder", REGION).put("Timeout", 120);
    variables("Forwarder").put("DD_API_KEY", KEY).put("DD_FETCH_LAMBDA_TAGS", "true");
    aws.lambda().add("orders", REGION);
    aws.logs().add(GROUP);
    console.run("lambda", "instrument", "-f", "orders", "--forwarder", FORWARDER);
    aws.logs().event(GROUP, 0, "{\"m\":\"a\",\"v\":1,\"e\":1,\"t\":[]}");
    aws.logs().event(GROUP, 0, "REPORT RequestId: 1");
    aws.logs().event("/aws/lambda/Forwarder", 0, "REPORT RequestId: 2");
  }

  FakeAws aws() {
    return aws;
  }

  Console console() {
    return console;
  }

  /** The variables of a function, to change them. */
  ObjectNode variables(String function) {
    return aws.lambda().function(function, REGION).withObject("/Environment/Variables");
  }

  /** Exactly these causes are found, with blanks between them; none if there are none. */
  void assertFound(@Nullable String causes) {
    assertThat(findings()).isEqualTo(causes == null ? List.of() : List.of(causes.split(" ", 0)));
  }

  /** The ids of what is found, in the order of the data's way; the exit status says the same. */
  List<String> findings(String... more) {
    List<String> words = new ArrayList<>(List.of("doctor", "-f", "orders", "--json"));
    words.addAll(List.of(more));
    int status = console.run(words.toArray(String[]::new));
    List<String> ids = said("warn|fail");
    assertThat(status).isEqualTo(ids.isEmpty() ? 0 : 3);
    return ids;
  }

  /** The ids of which the last run says one of these verdicts. */
  List<String> said(String verdicts) {
    List<String> ids = new ArrayList<>();
    for (JsonNode rule : Json.parse(console.out()).at("/result/subjects/0/rules")) {
      if (rule.path("verdict").asText().matches(verdicts)) {
        ids.add(rule.path("id").asText());
      }
    }
    return ids.stream().distinct().toList();
  }
}
