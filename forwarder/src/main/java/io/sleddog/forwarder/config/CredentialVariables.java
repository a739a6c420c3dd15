package io.sleddog.forwarder.config;

/**
 * What the runtime says about credentials: either the keys themselves, or an address that hands out
 * keys, as it is after a SnapStart restore.
 *
 * @param accessKey empty if there is an address
 * @param secretKey belongs to the access key
 * @param sessionToken belongs to it too; may be empty
 * @param containerUrl empty if there is a key
 * @param containerToken to be sent to the address
 */
public record CredentialVariables(
    String accessKey,
    Secret secretKey,
    Secret sessionToken,
    String containerUrl,
    Secret containerToken) {

  static CredentialVariables from(Environment environment) {
    return new CredentialVariables(
        environment.text("AWS_ACCESS_KEY_ID", ""),
        new Secret(environment.text("AWS_SECRET_ACCESS_KEY", "")),
        new Secret(environment.text("AWS_SESSION_TOKEN", "")),
        environment.text("AWS_CONTAINER_CREDENTIALS_FULL_URI", ""),
        new Secret(environment.text("AWS_CONTAINER_AUTHORIZATION_TOKEN", "")));
  }
}
