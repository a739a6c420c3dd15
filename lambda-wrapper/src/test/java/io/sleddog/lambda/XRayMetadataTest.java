package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XRayMetadataTest {
  private static final String ROOT = "1-5fa98677-5dda00b12ec8b1c31f61aa82";
  private static final String SAMPLED =
      "Root=" + ROOT + ";Parent=b481b4a6ef3a296c;Sampled=1;Lineage=a:0";
  private static final String EVENT =
      "{\"httpMethod\":\"GET\",\"path\":\"/\",\"headers\":{\"x-datadog-trace-id\":\"12345\","
          + "\"x-datadog-parent-id\":\"67890\",\"x-datadog-sampling-priority\":\"1\"},"
          + "\"requestContext\":{\"elb\":{\"targetGroupArn\":\"arn:x\"}}}";

  private final DatagramSocket daemon =
      new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

  XRayMetadataTest() throws IOException {
    daemon.setSoTimeout(10_000);
  }

  @AfterEach
  void close() {
    daemon.close();
  }

  @Test
  void invocation_thatXRaySamples_leavesIdsAndTagsInItsTrace() throws IOException {
    FunctionUnderTest function = function(Functions.Ok.class, address(), SAMPLED);
    function.invoke(EVENT);
    Json segment = received();
    assertThat(segment.get("trace_id").text()).isEqualTo(ROOT);
    assertThat(segment.get("parent_id").text()).isEqualTo("b481b4a6ef3a296c");
    assertThat(segment.get("name").text()).isEqualTo("datadog-metadata");
    assertThat(segment.get("type").text()).isEqualTo("subsegment");
    assertThat(segment.get("id").text()).hasSize(16);
    assertThat(segment.get("start_time").scalar()).isEqualTo("1700000000.000");
    Json metadata = segment.get("metadata").get("datadog");
    assertThat(metadata.get("trace").source())
        .isEqualTo("{\"trace-id\":\"12345\",\"parent-id\":\"67890\",\"sampling-priority\":\"1\"}");
    Json tags = metadata.get("lambda_function_tags");
    assertThat(tags.get("function_trigger.event_source").text())
        .isEqualTo("application-load-balancer");
    assertThat(tags.get("http.status_code").text()).isEqualTo("200");
    assertThat(function.warnings().messages()).isEmpty();
  }

  @Test
  void invocation_thatIsStoppedByItsTimeout_leavesItsIdsToo() throws IOException {
    FunctionUnderTest function = function(TimeoutTest.Hangs.class, address(), SAMPLED);
    function.with(new FakeContext().xray(SAMPLED).remainingMillis(20));
    function.invoke(EVENT);
    Json metadata = received().get("metadata").get("datadog");
    assertThat(metadata.get("trace").get("trace-id").text()).isEqualTo("12345");
    assertThat(
            metadata.get("lambda_function_tags").get("function_trigger.event_source").isPresent())
        .isTrue();
    assertThat(function.warnings().messages()).isEmpty();
  }

  @Test
  void invocation_thatRunsOutOfMemory_leavesItsIdsToo() throws IOException {
    FunctionUnderTest function = function(LifeCycleTest.Greedy.class, address(), SAMPLED);
    assertThatThrownBy(() -> function.invoke(EVENT)).isInstanceOf(OutOfMemoryError.class);
    assertThat(received().get("trace_id").text()).isEqualTo(ROOT);
  }

  private String address() {
    return "127.0.0.1:" + daemon.getLocalPort();
  }

  private Json received() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    daemon.receive(packet);
    String[] lines = new String(packet.getData(), 0, packet.getLength(), UTF_8).split("\n", -1);
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).isEqualTo("{\"format\":\"json\",\"version\":1}");
    return Json.parse(lines[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Root=" + ROOT + ";Parent=b481b4a6ef3a296c;Sampled=0",
        "Root=" + ROOT + ";Parent=b481b4a6ef3a296c",
        "Sampled=1",
        ""
      })
  void invocation_thatXRayDoesNotSample_sendsNothing(String header) throws IOException {
    function(Functions.Ok.class, address(), header).invoke(EVENT);
    byte[] mark = {1};
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(mark, 1, daemon.getLocalSocketAddress()));
    }
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    daemon.receive(packet);
    assertThat(packet.getLength()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "127.0.0.1:", ":2000x", "no.such.host.invalid:2000"})
  void daemon_oddAddress_changesNoResult(String address) throws IOException {
    FunctionUnderTest function = function(Functions.Ok.class, address, SAMPLED);
    assertThat(function.invoke(EVENT)).contains("200");
    assertThat(function.traces()).hasSize(1);
    assertThat(function.warnings().messages()).hasSizeLessThan(2);
  }

  private static FunctionUnderTest function(Class<?> handler, String address, String header) {
    return new FunctionUnderTest(handler)
        .with("AWS_XRAY_DAEMON_ADDRESS", address)
        .with(new FakeContext().xray(header));
  }
}
