package io.sleddog.forwarder.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.fixture.Deadlines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * A queue with a bucket beside it keeps what a store keeps, and what is too large for a message.
 */
class QueueAndBucketTest extends StoreContract {
  private static final String LARGE = "x".repeat(300_000);

  @Override
  Store store(AwsClient client, String function) {
    S3Store bucket = new S3Store(new S3Client(client), "bucket", function);
    SqsStore queue = new SqsStore(client, "http://127.0.0.1:1/1/queue", function, bucket);
    return new QueueAndBucket(queue, bucket);
  }

  @Test
  void put_documentThatTheQueueRefuses_isInTheBucketUntilItIsRemoved() throws IOException {
    aws.mostMessageLength = 262_144;
    Store store = store(client(aws), "orders");
    store.put("logs/1", LARGE.getBytes(StandardCharsets.UTF_8), Deadlines.far());
    store.put("logs/2", new byte[] {'x'}, Deadlines.far());
    assertThat(aws.objects).containsOnlyKeys("failed_events/orders/logs/1");

    Store.Cursor cursor = store.open("vendor");
    Store.Entry message = cursor.next(Deadlines.far());
    Store.Entry object = cursor.next(Deadlines.far());
    assertThat(message).isNotNull().extracting(Store.Entry::name).isEqualTo("logs/2");
    assertThat(object).isNotNull().extracting(Store.Entry::name).isEqualTo("logs/1");
    assertThat(cursor.next(Deadlines.far())).isNull();
    store.replace(object, new byte[] {'y'}, Deadlines.far());
    assertThat(aws.objects).containsEntry("failed_events/orders/logs/1", "y");
    store.remove(object, Deadlines.far());
    store.remove(message, Deadlines.far());

    assertThat(aws.objects).isEmpty();
    assertThat(aws.messages).isEmpty();
  }
}
