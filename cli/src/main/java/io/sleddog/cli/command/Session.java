package io.sleddog.cli.command;

import io.sleddog.cli.aws.Clouds;
import io.sleddog.cli.config.ConfigFile;
import io.sleddog.cli.screen.Streams;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command has around it.
 *
 * @param streams where it reads and writes
 * @param environment the environment's variables
 * @param folder what relative paths start from
 * @param clouds AWS
 * @param time clock and pause
 * @param interrupts what is said when the user ends the program
 * @param config the configuration file
 */
public record Session(
    Streams streams,
    Map<String, String> environment,
    Path folder,
    Clouds clouds,
    Time time,
    Interrupts interrupts,
    ConfigFile config) {
  /**
   * Time, as the program sees it.
   *
   * @param clock tells it
   * @param pause lets it pass
   */
  public record Time(Clock clock, Pause pause) {}

  /** The same surroundings with a configuration file. */
  public Session with(ConfigFile changed) {
    return new Session(streams, environment, folder, clouds, time, interrupts, changed);
  }
}
