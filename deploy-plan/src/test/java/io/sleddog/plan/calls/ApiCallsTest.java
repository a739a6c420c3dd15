package io.sleddog.plan.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiCallsTest {
  private final FunctionDescription function =
      FunctionDescription.of(
              "Orders",
              Text.of("orders"),
              new Place(Text.of("aws"), Text.of("eu-west-1"), Text.of("1")),
              Code.zip(Text.of("java21"), Text.of("com.acme.Orders")))
          .withEnvironment(Entries.of(Map.of("DB_PASSWORD", Text.of("hunter2"))));

  @Test
  void of_oneVariable_sendsTheWholeEnvironment() {
    List<ApiCall> calls = ApiCalls.of(function, plan(variable("DD_SERVICE", "shop")));
    assertThat(calls)
        .singleElement()
        .extracting(ApiCall::call)
        .isEqualTo("UpdateFunctionConfiguration");
    assertThat(calls.get(0).input())
        .containsEntry("FunctionName", "arn:aws:lambda:eu-west-1:1:function:orders")
        .containsEntry(
            "Environment",
            Map.of("Variables", Map.of("DB_PASSWORD", "hunter2", "DD_SERVICE", "shop")))
        .hasSize(2);
  }

  @Test
  void masked_environment_hidesWhatIsNotOurs() {
    ApiCall call = ApiCalls.of(function, plan(variable("DD_SERVICE", "shop"))).get(0).masked();
    assertThat(call.input())
        .containsEntry(
            "Environment",
            Map.of("Variables", Map.of("DB_PASSWORD", "****", "DD_SERVICE", "shop")));
  }

  @Test
  void masked_withoutEnvironment_isTheSame() {
    ApiCall call = new ApiCall("CreateLogGroup", Map.of("logGroupName", "/a"), "why");
    assertThat(call.masked()).isEqualTo(call);
  }

  @Test
  void of_tagsBothWays_areTwoCalls() {
    Plan plan =
        plan(
            new Change.Tag("env", Text.of("a"), Text.of("b"), "sets"),
            new Change.Tag("old", Text.of("x"), null, "removes"));
    assertThat(ApiCalls.of(function, plan))
        .extracting(ApiCall::call)
        .containsExactly("TagResource", "UntagResource");
    assertThat(ApiCalls.of(function, plan).get(1).input()).containsEntry("TagKeys", List.of("old"));
  }

  @Test
  void of_filterTakenAway_deletesIt() {
    SubscriptionFilter filter = new SubscriptionFilter(Text.of("f"), Text.of(""), Text.of("d"));
    Plan plan = plan(new Change.Filter(Text.of("/a"), filter, null, "ours"));
    assertThat(ApiCalls.of(plan))
        .containsExactly(
            new ApiCall(
                "DeleteSubscriptionFilter",
                Map.of("logGroupName", "/a", "filterName", "f"),
                "ours"));
  }

  @Test
  void of_unknownText_saysWhichIsUnknown() {
    Plan plan = plan(new Change.Variable("A", null, Text.hole("x", "Ref Stage"), "sets"));
    assertThatThrownBy(() -> ApiCalls.of(function, plan))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("${Ref Stage}");
  }

  private static Change variable(String name, String after) {
    return new Change.Variable(name, null, Text.of(after), "sets");
  }

  private static Plan plan(Change... changes) {
    return new Plan("Orders", List.of(changes), List.of(), List.of());
  }
}
