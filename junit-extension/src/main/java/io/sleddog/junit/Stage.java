package io.sleddog.junit;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import io.sleddog.lambda.Rehearsal;
import io.sleddog.local.InProcessRig;
import io.sleddog.local.inprocess.InProcessEnvironment;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Runs handlers in the test's own process. Each invocation that goes on at the same time as another
 * has an execution environment of its own, as on AWS.
 */
final class Stage implements AutoCloseable {
  private final FunctionSpec function;
  private final InProcessRig rig = InProcessRig.open();
  private final Queue<Seat> idle = new ConcurrentLinkedQueue<>();

  Stage(FunctionSpec function) {
    this.function = function;
  }

  /** An environment and the wrapper in it. */
  private static final class Seat {
    private final InProcessEnvironment environment;
    private final Rehearsal rehearsal;
    private final List<String> warnings = new ArrayList<>();

    Seat(FunctionSpec function) {
      environment = new InProcessEnvironment(function, Clock.systemUTC());
      rehearsal =
          new Rehearsal(
              variables(function),
              line -> environment.log(new String(line, StandardCharsets.UTF_8)),
              warnings::add);
    }

    private static Map<String, String> variables(FunctionSpec function) {
      Map<String, String> variables = new HashMap<>();
      variables.put("DD_FLUSH_TO_LOG", "true");
      variables.put("DD_TRACE_ENABLED", "true");
      variables.put("DD_SERVICE", function.name());
      variables.put("DD_ENV", "local");
      variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
      variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
      variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
      variables.putAll(function.environment());
      return variables;
    }
  }

  /** What is done with the wrapper. */
  private interface Act {
    InProcessEnvironment.Body with(Rehearsal rehearsal);
  }

  <I, O> Ride perform(RequestHandler<I, O> handler, I event) throws InterruptedException {
    return perform(
        Payload.of(shown(event)),
        rehearsal -> context -> Payload.of(json(rehearsal.invoke(event, context, handler))));
  }

  Ride perform(RequestStreamHandler handler, String event) throws InterruptedException {
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    return perform(
        Payload.of(bytes),
        rehearsal ->
            context -> {
              ByteArrayOutputStream response = new ByteArrayOutputStream();
              rehearsal.invoke(new ByteArrayInputStream(bytes), response, context, handler);
              return Payload.of(response.toByteArray());
            });
  }

  private Ride perform(Payload event, Act act) throws InterruptedException {
    long begin = System.nanoTime();
    Seat free = idle.poll();
    Seat seat = free == null ? new Seat(function) : free;
    InProcessEnvironment.Outcome outcome = seat.environment.invoke(event, act.with(seat.rehearsal));
    List<String> warnings = List.copyOf(seat.warnings);
    seat.warnings.clear();
    idle.add(seat);
    return new Ride(rig.deliver(outcome.execution()), begin, outcome.failure(), warnings);
  }

  /** From now on invocations are cold starts. */
  void goCold() {
    idle.clear();
  }

  /** For the page and the labels alone; the handler gets the object itself. */
  private static byte[] shown(@Nullable Object event) {
    try {
      return json(event);
    } catch (RuntimeException | LinkageError | StackOverflowError unwritable) {
      return json(null);
    }
  }

  /** As the runtime writes it. */
  private static byte[] json(@Nullable Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    serializer(value == null ? Object.class : value.getClass()).toJson(value, bytes);
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked")
  private static PojoSerializer<Object> serializer(Class<?> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? LambdaEventSerializers.serializerFor((Class<Object>) type, type.getClassLoader())
        : JacksonFactory.getInstance().getSerializer((Class<Object>) type);
  }

  @Override
  public void close() {
    rig.close();
  }
}
