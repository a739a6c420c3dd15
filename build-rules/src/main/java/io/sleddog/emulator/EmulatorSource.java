package io.sleddog.emulator;

/**
 * Starts an emulator where no {@code AWS_ENDPOINT_URL} names one. Found by {@link
 * java.util.ServiceLoader}: the Maven profile {@code docker} brings one.
 */
public interface EmulatorSource {
  /**
   * Starts it.
   *
   * @throws EmulatorMissing if it cannot, with the reason
   */
  AwsEmulator start() throws EmulatorMissing;
}
