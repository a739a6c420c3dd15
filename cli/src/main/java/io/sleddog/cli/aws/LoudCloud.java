package io.sleddog.cli.aws;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Says which calls are made, by name and region only.
 *
 * @param cloud makes them
 * @param listener is told
 */
public record LoudCloud(Cloud cloud, Consumer<String> listener) implements Cloud {
  @Override
  public Service service(ServiceName name, String region) {
    Service service = cloud.service(name, region);
    return (operation, input) -> {
      listener.accept("calling " + name.prefix() + ":" + operation + " in " + region);
      return service.call(operation, input);
    };
  }

  @Override
  public Map<String, String> variables(String region) {
    return cloud.variables(region);
  }

  @Override
  public Optional<String> region() {
    return cloud.region();
  }
}
