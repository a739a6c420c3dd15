package io.sleddog.forwarder;

import io.sleddog.forwarder.aws.ApiKey;
import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.FunctionClient;
import io.sleddog.forwarder.aws.KeyReader;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.deliver.Poster;
import io.sleddog.forwarder.http.HttpTransport;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.http.UrlConnectionTransport;
import io.sleddog.forwarder.lookup.ResourceTags;
import io.sleddog.forwarder.parse.RecordParser;
import io.sleddog.forwarder.spill.Storage;
import java.time.Clock;

/** Puts the parts together, once for each JVM. */
final class Wiring {
  static final String VERSION = "0.1.0";

  private Wiring() {}

  /**
   * A pipeline by the settings.
   *
   * @param functionName the forwarder's own
   * @param pause how to wait before a request is sent again
   */
  static Pipeline pipeline(ForwarderConfig config, String functionName, Pause pause) {
    return pipeline(config, functionName, pause, new UrlConnectionTransport(config.network()));
  }

  static Pipeline pipeline(
      ForwarderConfig config, String functionName, Pause pause, HttpTransport transport) {
    // Read by the JDK's client when it is first used; without them it keeps five connections, and
    // sends a body twice on its own account.
    System.setProperty("http.maxConnections", Integer.toString(config.workers() + 2));
    System.setProperty("sun.net.http.retryPost", "false");
    Clock clock = Clock.systemUTC();
    AwsClient aws = new AwsClient(config.aws(), transport, clock, pause);
    ApiKey key = new ApiKey(new KeyReader(config.apiKey(), aws, functionName));
    ResourceTags tags = new ResourceTags(config.tags(), aws, clock, pause);
    return new Pipeline(
        config,
        new RecordParser(config.additions(), VERSION, new S3Client(aws), tags),
        new Targets(config, VERSION).all(key),
        new Poster(transport, clock, pause),
        Storage.of(config.storage(), aws, functionName, clock),
        new FurtherFunctions(config.furtherFunctions(), new FunctionClient(aws)));
  }
}
