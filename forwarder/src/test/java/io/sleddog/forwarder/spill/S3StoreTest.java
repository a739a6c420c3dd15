package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.S3Client;

class S3StoreTest extends StoreContract {

  @Override
  Store store(AwsClient client, String function) {
    return new S3Store(new S3Client(client), "bucket", function);
  }
}
