package io.sleddog.plan;

import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Logging;
import io.sleddog.plan.model.PackageType;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Functions and settings drawn at random, the same ones for the same seed. */
final class RandomCases {
  static final String FORWARDER = "arn:aws:lambda:eu-west-1:1:function:forwarder";

  private static final List<String> RUNTIMES =
      List.of("java11", "java17.al2023", "java21", "java25", "java8.al2", "python3.13", "${Ref R}");
  private static final List<String> HANDLERS =
      List.of("com.acme.Orders::handle", "com.acme.Orders", "${Ref Handler}", "a.${Ref B=c}::d");
  private static final List<String> LAYERS =
      List.of(
          "arn:aws:lambda:eu-west-1:2:layer:tools:1",
          "arn:aws:lambda:eu-west-1:1:layer:sleddog:1",
          "${Ref Layer}",
          "arn:aws:lambda:${AWS::Region}:2:layer:more:4",
          "arn:aws:lambda:eu-west-1:3:layer:e:1",
          "arn:aws:lambda:eu-west-1:3:layer:f:1");
  static final String OUR_HANDLER = "io.sleddog.lambda.LayerHandler::handleRequest";
  private static final String EXTENSION =
      "arn:aws:lambda:eu-west-1:464622532012:layer:Datadog-Extension:99";
  private static final List<String> NAMES =
      List.of("DD_SERVICE", "DD_ENV", "DD_TRACE_ENABLED", "DD_SERVICE_MAPPING", "LOG", "MODE");
  private static final List<String> TAGS =
      List.of("team:mine,area:x", "", "cost:1", "team:${Ref Team}", "${Ref Tags}", "a:b c:d");
  private static final List<String> KEYS = List.of("env", "team", "cost", "mine");
  private static final List<String> VALUES = List.of("true", "a", "b=c & d", "${Ref Stage}");

  private static final List<SubscriptionFilter> FILTERS =
      List.of(
          filter("a", "", "arn:aws:kinesis:eu-west-1:1:stream/logs"),
          filter("b", "ERROR", "arn:aws:lambda:eu-west-1:1:function:other"),
          filter("c", "ERROR", FORWARDER),
          filter("d", "", FORWARDER + ":live"),
          filter(LogGroupWish.FILTER_NAME, "", "arn:aws:lambda:eu-west-1:1:function:older"));

  private final Random random;
  private final boolean mayBeUnknown;

  RandomCases(long seed, boolean mayBeUnknown) {
    this.random = new Random(seed);
    this.mayBeUnknown = mayBeUnknown;
  }

  FunctionDescription function() {
    Place place = new Place(Text.of("aws"), Text.of("eu-west-1"), Text.of("1"));
    return FunctionDescription.of("Orders", Text.of("orders"), place, code())
        .withLayers(chance(10) ? Layers.closed() : layers())
        .withEnvironment(chance(20) ? Entries.closed() : environment())
        .withTags(chance(20) ? Entries.closed() : entries(KEYS))
        .withTracing(Text.of(chance(2) ? "Active" : "PassThrough"))
        .withLogging(chance(4) ? new Logging(Text.of("JSON"), Text.of("WARN")) : Logging.plain())
        .withLogGroup(logGroup());
  }

  private Layers layers() {
    List<Text> arns = new ArrayList<>(texts(some(LAYERS)));
    if (chance(15)) {
      arns.add(random.nextInt(arns.size() + 1), Text.of(EXTENSION));
    }
    return mayBeUnknown && !arns.isEmpty() && chance(6)
        ? new Layers(arns, 1, true)
        : Layers.of(arns);
  }

  Settings settings() {
    Settings settings =
        Settings.none()
            .withActivation(one(List.of(Activation.values())))
            .withPrecedence(one(List.of(Precedence.values())))
            .withXrayActive(chance(2))
            .withTool("test-1");
    if (!chance(3)) {
      settings = settings.withForwarder(Text.of(FORWARDER));
    }
    if (!chance(4)) {
      settings = settings.withLayer(Text.of("arn:aws:lambda:eu-west-1:1:layer:sleddog:2"));
    }
    settings = settings.withLogGroup(logGroupWish());
    settings = chance(6) ? settings.replacingTags() : settings;
    for (Map.Entry<String, Text> tag : entries(List.of("team", "cost")).texts().entrySet()) {
      settings = settings.withTag(tag.getKey(), tag.getValue());
    }
    for (String name : List.of("DD_SERVICE", "DD_ENV", "DD_VERSION", "DD_SERVICE_MAPPING")) {
      settings = chance(2) ? settings.withVariable(name, text(VALUES)) : settings;
    }
    return settings;
  }

  private LogGroupWish logGroupWish() {
    LogGroupWish wish = LogGroupWish.standard();
    wish = chance(3) ? wish.granted() : wish;
    wish = chance(3) ? wish.withRetentionDays(7) : wish;
    wish = chance(6) ? wish.existingOnly() : wish;
    wish = chance(6) ? wish.withFilterLimit(5) : wish;
    wish = chance(6) ? wish.withFilterPattern("{ $.m = * }") : wish;
    return chance(12) ? wish.leftAlone() : wish;
  }

  private Code code() {
    if (chance(8)) {
      return new Code(
          one(List.of(PackageType.IMAGE, PackageType.UNKNOWN)), null, null, null, false);
    }
    boolean isOurs = mayBeUnknown && chance(6);
    Code code = Code.zip(text(RUNTIMES), isOurs ? Text.of(OUR_HANDLER) : text(HANDLERS));
    return chance(8) ? code.signed() : code;
  }

  private Entries environment() {
    Entries entries = entries(NAMES);
    entries = chance(2) ? entries.with("DD_TAGS", text(TAGS)) : entries;
    entries = chance(9) ? entries.with("AWS_LAMBDA_EXEC_WRAPPER", Text.of("/opt/o")) : entries;
    boolean isOurs = mayBeUnknown && chance(9);
    entries = isOurs ? entries.with("AWS_LAMBDA_EXEC_WRAPPER", Text.of("/opt/sleddog")) : entries;
    entries = chance(12) ? entries.with("LONG", Text.of("x".repeat(3900))) : entries;
    return chance(9) ? entries.with("DD_LAMBDA_HANDLER", text(HANDLERS)) : entries;
  }

  private LogGroup logGroup() {
    LogGroup group =
        LogGroup.ofFunction(Text.of("orders"), one(List.of(Presence.values())))
            .withFilters(some(mayBeUnknown ? FILTERS : FILTERS.subList(0, FILTERS.size() - 1)))
            .withGrant(one(List.of(Presence.values())));
    group = chance(12) ? group.withoutSubscriptions() : group;
    return chance(4) ? group.custom() : group;
  }

  private static SubscriptionFilter filter(String name, String pattern, String destination) {
    return new SubscriptionFilter(Text.of(name), Text.of(pattern), Text.of(destination));
  }

  private Entries entries(List<String> names) {
    Map<String, Text> entries = new LinkedHashMap<>();
    for (String name : names) {
      if (chance(2)) {
        entries.put(name, text(VALUES));
      }
    }
    return Entries.of(entries);
  }

  private Text text(List<String> marked) {
    return PlanFiles.text(one(marked.stream().filter(this::isWanted).toList()));
  }

  private boolean isWanted(String marked) {
    return mayBeUnknown || !marked.contains("${");
  }

  private <T> List<T> some(List<T> all) {
    List<T> some = new ArrayList<>();
    all.forEach(
        it -> {
          if (chance(2) && isWanted(it.toString())) {
            some.add(it);
          }
        });
    return some;
  }

  private static List<Text> texts(List<String> marked) {
    return marked.stream().map(PlanFiles::text).toList();
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
