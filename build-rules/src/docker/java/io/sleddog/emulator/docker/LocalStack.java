package io.sleddog.emulator.docker;

import com.github.dockerjava.api.model.ContainerNetwork;
import io.sleddog.emulator.AwsEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;

/** A LocalStack that runs in a container. */
final class LocalStack implements AwsEmulator {
  /** What functions call this machine. */
  static final String MACHINE = "host.docker.internal";

  private static final int STOP_SECONDS = 30;

  private final LocalStackContainer container;
  private final boolean runsFunctions;

  LocalStack(LocalStackContainer container, boolean runsFunctions) {
    this.container = container;
    this.runsFunctions = runsFunctions;
  }

  @Override
  public URI endpoint() {
    return container.getEndpoint();
  }

  @Override
  public boolean createsFunctions() {
    return runsFunctions;
  }

  @Override
  public Optional<InetSocketAddress> functionsSeeThisMachineAt() {
    if (!runsFunctions) {
      return Optional.empty();
    }
    try {
      byte[] address = machine().getAddress();
      return Optional.of(new InetSocketAddress(InetAddress.getByAddress(MACHINE, address), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bridge's own address, or the loopback where the engine has a machine of its own. */
  private InetAddress machine() throws IOException {
    for (ContainerNetwork network :
        container.getContainerInfo().getNetworkSettings().getNetworks().values()) {
      InetAddress gateway = parsed(network.getGateway());
      if (NetworkInterface.getByInetAddress(gateway) != null) {
        return gateway;
      }
    }
    return InetAddress.getLoopbackAddress();
  }

  private static InetAddress parsed(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }

  /** Asks it to end first, since it then ends the containers of its functions too. */
  @Override
  public void close() {
    DockerClientFactory.instance()
        .client()
        .stopContainerCmd(container.getContainerId())
        .withTimeout(STOP_SECONDS)
        .exec();
    container.stop();
  }
}
