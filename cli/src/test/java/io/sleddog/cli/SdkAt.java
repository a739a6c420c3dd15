package io.sleddog.cli;

import io.sleddog.emulator.AwsEmulator;
import java.util.Map;

/** Points AWS's SDK at an emulator, before whatever the environment says, until it is closed. */
final class SdkAt implements AutoCloseable {
  private static final String ENDPOINT = "aws.endpointUrl";

  private final Map<String, String> properties;

  SdkAt(AwsEmulator emulator) {
    properties =
        Map.of(
            ENDPOINT,
            emulator.endpoint().toString(),
            "aws.accessKeyId",
            AwsEmulator.ACCOUNT,
            "aws.secretAccessKey",
            "test");
    properties.forEach(System::setProperty);
  }

  /** Lets the SDK find the emulator behind another server. */
  void through(String address) {
    System.setProperty(ENDPOINT, address);
  }

  /** Ends {@link #through}. */
  void directly() {
    properties.forEach(System::setProperty);
  }

  @Override
  public void close() {
    properties.keySet().forEach(System::clearProperty);
  }
}
