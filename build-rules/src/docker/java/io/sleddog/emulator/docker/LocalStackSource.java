package io.sleddog.emulator.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.sleddog.emulator.AwsEmulator;
import io.sleddog.emulator.EmulatorMissing;
import io.sleddog.emulator.EmulatorSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack by Testcontainers. {@code SLEDDOG_TEST_LOCALSTACK} names its image if it is not the
 * published one. Where {@code SLEDDOG_TEST_LAMBDA} names the images of functions' runtimes, with
 * {@code <runtime>} for the runtime's name, it runs functions too.
 */
public final class LocalStackSource implements EmulatorSource {
  /** The last version before newer ones ask for an account. */
  private static final String PUBLISHED = "localstack/localstack:4.9.2";

  private static final String OWN = "localhost/localstack:4.9.2";
  private static final String OWN_RUNTIMES = "localhost/sleddog-lambda:<runtime>";
  private static final String PROBED_RUNTIME = "java21";

  @Override
  public AwsEmulator start() throws EmulatorMissing {
    DockerClientFactory factory = DockerClientFactory.instance();
    if (!factory.isDockerAvailable()) {
      throw new EmulatorMissing("no Docker engine answers; .ci/docker starts one");
    }
    DockerClient docker = factory.client();
    String image = setting("SLEDDOG_TEST_LOCALSTACK", has(docker, OWN) ? OWN : PUBLISHED);
    String runtimes = setting("SLEDDOG_TEST_LAMBDA", OWN_RUNTIMES);
    boolean runsFunctions = has(docker, runtimes.replace("<runtime>", PROBED_RUNTIME));
    try {
      LocalStackContainer container = container(image);
      if (runsFunctions) {
        letRunFunctions(container, runtimes);
      }
      container.start();
      return new LocalStack(container, runsFunctions);
    } catch (RuntimeException e) {
      throw new EmulatorMissing(
          "the image " + image + " does not start (" + e + "); .ci/docker makes one");
    }
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }

  private static void letRunFunctions(LocalStackContainer container, String runtimes) {
    container
        .withEnv("LAMBDA_RUNTIME_IMAGE_MAPPING", runtimes)
        .withEnv("LAMBDA_IGNORE_ARCHITECTURE", "1")
        .withEnv("LAMBDA_DOCKER_FLAGS", "--add-host=" + LocalStack.MACHINE + ":host-gateway");
  }

  private static LocalStackContainer container(String image) {
    DockerImageName name =
        DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack");
    return new LocalStackContainer(name);
  }

  private static boolean has(DockerClient docker, String image) {
    try {
      docker.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
