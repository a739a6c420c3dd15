package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.S3Client;

class SqsStoreTest extends StoreContract {

  @Override
  Store store(AwsClient client, String function) {
    S3Store quarantine = new S3Store(new S3Client(client), "bucket", function);
    return new SqsStore(client, "http://127.0.0.1:1/1/queue", function, quarantine);
  }
}
