package io.sleddog.emulator;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An emulator of AWS. Tests that say {@link UsesAwsEmulator} get it as a parameter; it is one for
 * all tests of a run, so they give what they make there names of their own.
 */
public interface AwsEmulator extends AutoCloseable {
  /**
   * The account that all is in. It is the access key too, since LocalStack tells accounts by it;
   * moto has this one whatever the key.
   */
  String ACCOUNT = "123456789012";

  /** The region that {@link #environment()} names. */
  String REGION = "us-east-1";

  /** Where all its services answer, without a path. */
  URI endpoint();

  /** Whether functions can be created there; not every emulator that can runs them too. */
  default boolean createsFunctions() {
    return true;
  }

  /**
   * How functions that it runs reach a server of the test: the host is the name that they use for
   * this machine, and the address is what the server has to listen on. Empty if it runs none.
   */
  default Optional<InetSocketAddress> functionsSeeThisMachineAt() {
    return Optional.empty();
  }

  /** The variables with which AWS's clients find it, with any region and key that it takes. */
  default Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL",
        endpoint().toString(),
        "AWS_REGION",
        REGION,
        "AWS_ACCESS_KEY_ID",
        ACCOUNT,
        "AWS_SECRET_ACCESS_KEY",
        "test");
  }

  /** Ends it, if it was started for the tests. */
  @Override
  default void close() {}
}
