package io.sleddog.lambda.datadog;

import datadog.trace.api.GlobalTracer;
import datadog.trace.api.interceptor.TraceInterceptor;
import java.util.Iterator;

/** Takes interceptors away again, which no function can. */
public final class Interceptors {
  private Interceptors() {}

  /** Takes away all that this process has. */
  public static void clear() {
    DatadogTracer tracer = (DatadogTracer) GlobalTracer.get();
    Iterator<TraceInterceptor> all = tracer.interceptors().iterator();
    while (all.hasNext()) {
      all.next();
      all.remove();
    }
  }
}
