package io.sleddog.cli.sdk;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.SystemSetting;

/** Where EC2 of a region is, or what stands in for it. */
final class NetworkAddress {
  private static final List<SystemSetting> SETTINGS =
      List.of(
          new Setting("aws.endpointUrlEc2", "AWS_ENDPOINT_URL_EC2"),
          new Setting("aws.endpointUrl", "AWS_ENDPOINT_URL"));

  private NetworkAddress() {}

  private record Setting(String property, String environmentVariable) implements SystemSetting {
    @Override
    public String defaultValue() {
      return "";
    }
  }

  /** The address: the one that is set as for the SDK's own clients, else that of AWS. */
  static URI of(String region) {
    return SETTINGS.stream()
        .map(it -> it.getStringValue().orElse(""))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .map(it -> URI.create(it.replaceFirst("/*$", "/")))
        .orElseGet(() -> URI.create("https://ec2." + region + "." + suffix(region) + "/"));
  }

  private static String suffix(String region) {
    return Objects.requireNonNull(PartitionMetadata.of(Region.of(region)).dnsSuffix());
  }
}
