package io.sleddog.forwarder.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How AWS is reached.
 *
 * @param region the function's own
 * @param endpoints addresses to use instead of AWS's, by the service's name in lower case; the
 *     empty name stands for all services
 * @param fips whether the endpoints with validated cryptography are used
 * @param pathStyle whether buckets stand in the path of an address instead of its host
 * @param credentials where the function's credentials are
 */
public record AwsSettings(
    String region,
    Map<String, String> endpoints,
    boolean fips,
    boolean pathStyle,
    CredentialVariables credentials) {
  private static final String ENDPOINT = "AWS_ENDPOINT_URL";
  private static final Set<String> PLAIN_IN_GOVERNMENT = Set.of("logs", "sqs", "ssm");

  static AwsSettings from(Environment environment) {
    String region = environment.text("AWS_REGION", environment.text("AWS_DEFAULT_REGION", ""));
    boolean government = region.startsWith("us-gov-");
    return new AwsSettings(
        region,
        endpoints(environment),
        environment.flag("DD_LAMBDA_FIPS_MODE", government)
            || environment.flag("AWS_USE_FIPS_ENDPOINT", false),
        environment.flag("DD_USE_VPC", false),
        CredentialVariables.from(environment));
  }

  /** The address of a service, without a slash at its end. */
  public String endpoint(String service, String inRegion) {
    String own = endpoints.getOrDefault(service, endpoints.getOrDefault("", ""));
    if (!own.isEmpty()) {
      return own;
    }
    String name = fips && !isFipsAnyway(service, inRegion) ? service + "-fips" : service;
    return "https://" + name + "." + inRegion + "." + suffix(inRegion);
  }

  /** In GovCloud, some services have no endpoint of another name for it. */
  private static boolean isFipsAnyway(String service, String region) {
    return region.startsWith("us-gov-") && PLAIN_IN_GOVERNMENT.contains(service);
  }

  /** Whether a service is reached at another address than AWS's. */
  public boolean isRedirected(String service) {
    return endpoints.containsKey(service) || endpoints.containsKey("");
  }

  private static String suffix(String region) {
    if (region.startsWith("cn-")) {
      return "amazonaws.com.cn";
    } else if (region.startsWith("us-iso-")) {
      return "c2s.ic.gov";
    } else if (region.startsWith("us-isob-")) {
      return "sc2s.sgov.gov";
    }
    return "amazonaws.com";
  }

  private static Map<String, String> endpoints(Environment environment) {
    Map<String, String> endpoints = new TreeMap<>();
    for (String name : environment.namesFrom(ENDPOINT)) {
      String service = name.substring(ENDPOINT.length()).replace("_", "").toLowerCase(Locale.ROOT);
      if (environment.has(name)) {
        endpoints.put(service, environment.url(name, ""));
      }
    }
    return endpoints;
  }
}
