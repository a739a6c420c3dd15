package io.sleddog.forwarder.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.emulator.AwsEmulator;
import io.sleddog.emulator.UsesAwsEmulator;
import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Emulator;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.http.UrlConnectionTransport;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Both stores at an emulator of AWS. */
@UsesAwsEmulator
class StoresIT {
  private final String name = "spill-" + UUID.randomUUID();

  private final Emulator emulator;

  StoresIT(AwsEmulator aws) {
    this.emulator = new Emulator(aws);
  }

  @Test
  void s3Store_wholeLife_works() throws Exception {
    emulator.createBucket(name);

    wholeLife(new S3Store(new S3Client(client()), name, "f"));
  }

  @Test
  void sqsStore_wholeLife_works() throws Exception {
    String url = emulator.createQueue(name);

    wholeLife(new SqsStore(client(), url, "f", null));
  }

  private static void wholeLife(Store store) throws IOException {
    store.put("logs/1", "{\"é\":1}".getBytes(StandardCharsets.UTF_8), soon());
    Store.Entry entry = store.open("vendor").next(soon());
    assertThat(entry).isNotNull();
    assertThat(entry.name()).isEqualTo("logs/1");
    assertThat(entry.document().text()).isEqualTo("{\"é\":1}");

    store.remove(entry, soon());

    assertThat(store.open("vendor").next(soon())).isNull();
  }

  private static Deadline soon() {
    return Deadline.in(20_000, System::nanoTime);
  }

  private AwsClient client() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DD_API_KEY", "0123456789abcdef0123456789abcdef");
    environment.putAll(emulator.environment());
    ForwarderConfig config = ForwarderConfig.from(environment);
    UrlConnectionTransport transport = new UrlConnectionTransport(config.network());
    return new AwsClient(config.aws(), transport, Clock.systemUTC(), Pause.REAL);
  }
}
