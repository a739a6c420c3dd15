package io.sleddog.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionDescriptionTest {
  private static final Place PLACE =
      new Place(Text.of("aws"), Text.of("eu-west-1"), Text.of("123456789012"));
  private static final FunctionDescription PLAIN =
      FunctionDescription.of(
          "Orders", Text.of("orders"), PLACE, Code.zip(Text.of("java21"), Text.of("com.acme.A")));

  /** Each part with a copy that changes it, and what that part is then. */
  static Stream<Arguments> parts() {
    Code image = Code.image();
    Layers layers = Layers.of(List.of(Text.of("arn")));
    Entries entries = Entries.of(Map.of("A", Text.of("1")));
    Logging json = new Logging(Text.of("JSON"), Text.of("WARN"));
    LogGroup group = LogGroup.of(Text.of("/mine"), Presence.PRESENT);
    return Stream.of(
        part("code", it -> it.withCode(image), FunctionDescription::code, image),
        part("layers", it -> it.withLayers(layers), FunctionDescription::layers, layers),
        part("env", it -> it.withEnvironment(entries), FunctionDescription::environment, entries),
        part("tags", it -> it.withTags(entries), FunctionDescription::tags, entries),
        part(
            "tracing",
            it -> it.withTracing(Text.of("Active")),
            FunctionDescription::tracing,
            Text.of("Active")),
        part("logging", it -> it.withLogging(json), FunctionDescription::logging, json),
        part("group", it -> it.withLogGroup(group), FunctionDescription::logGroup, group),
        part("rev", it -> it.withRevisionId("r1"), it -> it.revisionId() + "", "r1"));
  }

  private static Arguments part(
      String name,
      UnaryOperator<FunctionDescription> change,
      Function<FunctionDescription, Object> part,
      Object after) {
    return Arguments.of(name, change, part, after);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parts")
  void with_onePart_changesThatAlone(
      String name,
      UnaryOperator<FunctionDescription> change,
      Function<FunctionDescription, Object> part,
      Object after) {
    FunctionDescription changed = change.apply(PLAIN);

    assertThat(part.apply(changed)).isEqualTo(after);
    assertThat(part.apply(PLAIN)).isNotEqualTo(after);
    assertThat(changed).isNotEqualTo(PLAIN).isEqualTo(change.apply(PLAIN));
    assertThat(changed).hasSameHashCodeAs(change.apply(PLAIN));
    assertThat(changed.toString()).isNotEqualTo(PLAIN.toString());
    long others =
        parts()
            .filter(it -> !it.get()[0].equals(name))
            .filter(it -> isSame(it.get()[2], changed))
            .count();
    assertThat(others).isEqualTo(parts().count() - 1);
  }

  @SuppressWarnings("unchecked") // the parts above
  private static boolean isSame(Object part, FunctionDescription changed) {
    Function<FunctionDescription, Object> it = (Function<FunctionDescription, Object>) part;
    return it.apply(changed).equals(it.apply(PLAIN));
  }

  @Test
  void of_codeAlone_isPlain() {
    assertThat(PLAIN.id()).isEqualTo("Orders");
    assertThat(PLAIN.name()).isEqualTo(Text.of("orders"));
    assertThat(PLAIN.place()).isEqualTo(PLACE);
    assertThat(PLAIN.layers()).isEqualTo(Layers.none());
    assertThat(PLAIN.environment()).isEqualTo(Entries.none());
    assertThat(PLAIN.tags()).isEqualTo(Entries.none());
    assertThat(PLAIN.tracing().is("PassThrough")).isTrue();
    assertThat(PLAIN.logging()).isEqualTo(Logging.plain());
    assertThat(PLAIN.logGroup().name().is("/aws/lambda/orders")).isTrue();
    assertThat(PLAIN.logGroup().presence()).isEqualTo(Presence.UNKNOWN);
    assertThat(PLAIN.revisionId()).isNull();
  }

  @Test
  void arn_ofKnownPlace_isWhole() {
    assertThat(PLAIN.arn())
        .isEqualTo(Text.of("arn:aws:lambda:eu-west-1:123456789012:function:orders"));
  }

  @Test
  void arn_ofUnknownPlace_hasHoles() {
    Place anywhere =
        new Place(Text.hole("p", "Partition"), Text.hole("r", "Region"), Text.hole("a", "Account"));
    FunctionDescription function =
        FunctionDescription.of("Orders", Text.of("orders"), anywhere, Code.image());

    assertThat(function.arn().shape())
        .isEqualTo("arn:${Partition}:lambda:${Region}:${Account}:function:orders");
  }

  @Test
  void equals_otherIdentity_isFalse() {
    FunctionDescription other =
        FunctionDescription.of("Payments", PLAIN.name(), PLACE, PLAIN.code());

    assertThat(PLAIN).isNotEqualTo(other).isNotEqualTo("Orders");
  }
}
