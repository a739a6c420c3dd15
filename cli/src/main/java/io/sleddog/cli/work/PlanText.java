package io.sleddog.cli.work;

import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.screen.Style;
import io.sleddog.cli.screen.Tone;
import io.sleddog.plan.calls.ApiCall;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a job to people: each call of AWS, and below it what changes. */
final class PlanText {
  private static final String HIDDEN = "****";
  private static final Set<String> SHOWN =
      Arrays.stream(Variable.values()).map(Variable::key).collect(Collectors.toUnmodifiableSet());

  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private PlanText(Style style) {
    this.style = style;
  }

  static List<String> of(Job job, Style style) {
    PlanText text = new PlanText(style);
    job.calls().forEach(call -> text.call(call, job));
    job.plan().warnings().forEach(it -> text.finding("warning", Tone.WARN, it));
    job.plan().refusals().forEach(it -> text.finding("refused", Tone.BAD, it));
    return text.lines;
  }

  private void call(ApiCall call, Job job) {
    lines.add("  " + style.paint(Tone.STRONG, call.call()) + detail(call));
    for (Change change : job.plan().changes()) {
      if (operation(change).equals(call.call())) {
        change(change);
      }
    }
  }

  /** What a call is about that stands for itself. */
  private static String detail(ApiCall call) {
    return switch (call.call()) {
      case "CreateLogGroup" -> " " + call.input().get("logGroupName");
      case "PutRetentionPolicy" -> " " + call.input().get("retentionInDays") + " days";
      case "AddPermission" -> " " + call.input().get("FunctionName");
      case "UpdateAlias" -> " " + call.input().get("Name");
      default -> "";
    };
  }

  private static String operation(Change change) {
    if (change instanceof Change.Tag tag) {
      return tag.after() == null ? "UntagResource" : "TagResource";
    }
    if (change instanceof Change.Filter filter) {
      return filter.after() == null ? "DeleteSubscriptionFilter" : "PutSubscriptionFilter";
    }
    boolean isLone = change instanceof Change.NewLogGroup || change instanceof Change.InvokeGrant;
    return isLone ? "" : "UpdateFunctionConfiguration";
  }

  private void change(Change change) {
    if (change instanceof Change.Handler it) {
      change("Handler", it.before().shape(), it.after().shape());
    } else if (change instanceof Change.LayerList it) {
      layers(it);
    } else if (change instanceof Change.Variable it) {
      change(it.name(), shown(it.name(), it.before()), shown(it.name(), it.after()));
    } else if (change instanceof Change.Tag it) {
      change(it.key(), shape(it.before()), shape(it.after()));
    } else if (change instanceof Change.Tracing it) {
      change("X-Ray tracing", it.before().shape(), it.after().shape());
    } else if (change instanceof Change.Filter it) {
      change(it.logGroup().shape(), target(it.before()), target(it.after()));
    }
  }

  private void layers(Change.LayerList change) {
    List<Text> removed =
        change.before().stream().filter(it -> !change.after().contains(it)).toList();
    List<Text> added = change.after().stream().filter(it -> !change.before().contains(it)).toList();
    removed.forEach(it -> change("Layer", it.shape(), null));
    added.forEach(it -> change("Layer", null, it.shape()));
  }

  private void change(String name, @Nullable String before, @Nullable String after) {
    String value = before == null ? after : after == null ? before : before + " -> " + after;
    lines.add(
        "    "
            + mark(before, after)
            + " "
            + Screen.harmless(name)
            + "  "
            + Screen.harmless(String.valueOf(value)));
  }

  private String mark(@Nullable String before, @Nullable String after) {
    return before == null
        ? style.paint(Tone.GOOD, "[+]")
        : after == null ? style.paint(Tone.BAD, "[-]") : style.paint(Tone.WARN, "[~]");
  }

  private void finding(String word, Tone tone, Finding finding) {
    lines.add(
        "  "
            + style.paint(tone, word + ": ")
            + Screen.harmless(finding.message())
            + " ["
            + finding.id()
            + "]");
    lines.add("    " + finding.remedy());
  }

  private static @Nullable String shown(String variable, @Nullable Text text) {
    return text == null ? null : SHOWN.contains(variable) ? text.shape() : HIDDEN;
  }

  private static @Nullable String shape(@Nullable Text text) {
    return text == null ? null : text.shape();
  }

  private static @Nullable String target(@Nullable SubscriptionFilter filter) {
    if (filter == null) {
      return null;
    }
    String pattern = filter.pattern().shape();
    return filter.name().shape()
        + " to "
        + filter.destination().shape()
        + (pattern.isEmpty() ? "" : ", pattern " + pattern);
  }
}
