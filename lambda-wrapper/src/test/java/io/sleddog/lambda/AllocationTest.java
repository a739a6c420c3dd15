package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a warm invocation leaves for the garbage collector. */
class AllocationTest {
  /**
   * As much as an invocation allocates on its thread, in bytes, with the lines that go to the
   * runtime's logger, of which this one has 2,300. Raise it only for a reason.
   */
  private static final int BUDGET = 5800;

  private static final int SETTLING = 500;
  private static final int MEASURED = 500;

  private final InvocationRunner runner =
      new InvocationRunner(EventMemoryTest.instrumentation(line -> {}));
  private final ByteArrayOutputStream response = new ByteArrayOutputStream(1024);
  private final byte[] answer = {'{', '"', 'a', '"', ':', '1', '}'};
  private final FakeContext context = new FakeContext();

  @Test
  void warmInvocation_restRequestOfTwoKilobytes_staysInItsBudget() throws IOException {
    byte[] event;
    try (InputStream file = getClass().getResourceAsStream("/rest-request.json")) {
      event = file.readAllBytes();
    }
    for (int i = 0; i < SETTLING; i++) {
      invoke(event);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < MEASURED; i++) {
      invoke(event);
    }
    long each = (threads.getThreadAllocatedBytes(thread) - before) / MEASURED;
    assertThat(each).as("bytes of an invocation").isBetween(1000L, (long) BUDGET);
  }

  private void invoke(byte[] event) throws IOException {
    response.reset();
    runner.run(
        new ByteArrayInputStream(event),
        response,
        context,
        (in, out, unused) -> out.write(answer, 0, answer.length));
  }
}
