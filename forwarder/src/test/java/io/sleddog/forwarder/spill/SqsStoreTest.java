package io.sleddog.forwarder.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.fixture.Deadlines;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SqsStoreTest extends StoreContract {

  @Override
  Store store(AwsClient client, String function) {
    S3Store quarantine = new S3Store(new S3Client(client), "bucket", function);
    return new SqsStore(client, "http://127.0.0.1:1/1/queue", function, quarantine);
  }

  @Test
  void next_messageOfDatadogsForwarder_isGivenUnderItsKind() throws IOException {
    aws.putVendorMessage("logs", "vendor", "[1]");
    aws.putVendorMessage("logs", "somebody else", "[2]");
    Store.Cursor cursor = store(client(aws), "orders").open("vendor");
    Store.Entry entry = cursor.next(Deadlines.far());

    assertThat(entry).isNotNull();
    assertThat(entry.name()).isEqualTo("logs/m1");
    assertThat(entry.document().text()).isEqualTo("[1]");
    assertThat(cursor.next(Deadlines.far())).isNull();
  }
}
