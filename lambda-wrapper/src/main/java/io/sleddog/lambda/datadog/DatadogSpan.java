package io.sleddog.lambda.datadog;

import datadog.trace.api.interceptor.MutableSpan;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.tag.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An ended span as an interceptor sees it. */
final class DatadogSpan implements MutableSpan {
  private final ActiveSpan span;

  DatadogSpan(ActiveSpan span) {
    this.span = span;
  }

  ActiveSpan active() {
    return span;
  }

  @Override
  public long getStartTime() {
    return span.startNanos();
  }

  @Override
  public long getDurationNano() {
    return span.durationNanos();
  }

  @Override
  public CharSequence getOperationName() {
    return span.name();
  }

  @Override
  public MutableSpan setOperationName(CharSequence name) {
    return amend(open -> open.name(name.toString()));
  }

  @Override
  public String getServiceName() {
    return span.service();
  }

  @Override
  public MutableSpan setServiceName(String name) {
    return amend(open -> open.service(name));
  }

  @Override
  public CharSequence getResourceName() {
    return span.resource();
  }

  @Override
  public MutableSpan setResourceName(CharSequence name) {
    return amend(open -> open.resource(name.toString()));
  }

  @Override
  public Integer getSamplingPriority() {
    return span.trace().context().priority();
  }

  /** Whether the trace is kept was told to others already. */
  @Override
  @SuppressWarnings("deprecation") // Functions still call it.
  public MutableSpan setSamplingPriority(int priority) {
    return this;
  }

  @Override
  public @Nullable String getSpanType() {
    return span.type();
  }

  @Override
  public MutableSpan setSpanType(CharSequence type) {
    return amend(open -> open.type(type.toString()));
  }

  @Override
  public Map<String, Object> getTags() {
    Map<String, Object> tags = new HashMap<>();
    addAll(span.meta(), tags);
    addAll(span.metrics(), tags);
    return tags;
  }

  private static void addAll(Tags from, Map<String, Object> tags) {
    for (int i = 0; i < from.size(); i++) {
      Object value = from.value(i);
      tags.put(from.key(i), value instanceof Json ? ((Json) value).scalar() : value);
    }
  }

  @Override
  public MutableSpan setTag(String key, @Nullable String value) {
    return amend(open -> open.tag(key, value));
  }

  @Override
  public MutableSpan setTag(String key, boolean value) {
    return setTag(key, Boolean.toString(value));
  }

  @Override
  public MutableSpan setTag(String key, Number value) {
    return setMetric(key, value.doubleValue());
  }

  @Override
  public MutableSpan setMetric(CharSequence key, int value) {
    return setMetric(key, (double) value);
  }

  @Override
  public MutableSpan setMetric(CharSequence key, long value) {
    return setMetric(key, (double) value);
  }

  @Override
  public MutableSpan setMetric(CharSequence key, float value) {
    return setMetric(key, (double) value);
  }

  @Override
  public MutableSpan setMetric(CharSequence key, double value) {
    return amend(open -> open.tag(key.toString(), value));
  }

  @Override
  public boolean isError() {
    return span.failed();
  }

  @Override
  public MutableSpan setError(boolean error) {
    return amend(open -> open.failed(error));
  }

  @Override
  @SuppressWarnings("deprecation") // Functions still call it.
  public MutableSpan getRootSpan() {
    return getLocalRootSpan();
  }

  @Override
  public MutableSpan getLocalRootSpan() {
    ActiveSpan root = span;
    for (ActiveSpan above = root.parent(); above != null; above = root.parent()) {
      root = above;
    }
    return new DatadogSpan(root);
  }

  private MutableSpan amend(Consumer<ActiveSpan> change) {
    span.amend(change);
    return this;
  }
}
