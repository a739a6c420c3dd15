package io.sleddog.forwarder.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.fixture.Deadlines;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FifoStoreTest extends StoreContract {

  @Override
  Store store(AwsClient client, String function) {
    S3Store quarantine = new S3Store(new S3Client(client), "bucket", function);
    return new SqsStore(client, "http://127.0.0.1:1/1/queue.fifo", function, quarantine);
  }

  @Test
  void put_sameDocumentUnderTwoNames_isKeptTwice() throws IOException {
    Store store = store(client(aws), "orders");
    store.put("logs/1", new byte[] {'x'}, Deadlines.far());
    store.put("logs/2", new byte[] {'x'}, Deadlines.far());

    assertThat(aws.messages).hasSize(2);
  }
}
