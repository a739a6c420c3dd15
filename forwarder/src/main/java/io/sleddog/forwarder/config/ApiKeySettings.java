package io.sleddog.forwarder.config;

/**
 * Where Datadog's API key is kept. The variables are tried in the order of {@link Place}; the first
 * that is set is used, and the others are not looked at even if it fails.
 *
 * @param place the kind of place
 * @param name ARN or name of what holds the key, or the encrypted key; empty for a plain key
 * @param plain the key itself, if it stands in the environment
 */
public record ApiKeySettings(Place place, String name, Secret plain) {
  private static final String PLACEHOLDER = "<YOUR_DATADOG_API_KEY>";
  private static final int LENGTH = 32;

  /** The places that a key can be in. */
  public enum Place {
    /** A secret of Secrets Manager. */
    SECRETS_MANAGER("DD_API_KEY_SECRET_ARN"),
    /** A parameter of Systems Manager. */
    SSM("DD_API_KEY_SSM_NAME"),
    /** Encrypted in the environment, to be decrypted by KMS. */
    KMS("DD_KMS_API_KEY"),
    /** Plain in the environment. */
    ENVIRONMENT("DD_API_KEY");

    private final String variable;

    Place(String variable) {
      this.variable = variable;
    }

    /** The variable that names it. */
    public String variable() {
      return variable;
    }
  }

  static ApiKeySettings from(Environment environment, boolean needed) {
    for (Place place : Place.values()) {
      String value = environment.text(place.variable(), "").strip();
      if (place == Place.ENVIRONMENT) {
        if (needed) {
          check(value, environment);
        }
        return new ApiKeySettings(place, "", new Secret(value));
      } else if (!value.isEmpty()) {
        return new ApiKeySettings(place, value, new Secret(""));
      }
    }
    throw new IllegalStateException("unreachable: the environment is the last place");
  }

  private static void check(String key, Environment environment) {
    String variable = Place.ENVIRONMENT.variable();
    if (key.isEmpty() || key.equals(PLACEHOLDER)) {
      environment.problem(variable, "is not set; put the API key of your organisation here");
    } else if (key.length() != LENGTH) {
      environment.problem(
          variable, "has " + key.length() + " characters, an API key has " + LENGTH);
    } else if (!new Secret(key).fitsIntoAHeader()) {
      environment.problem(variable, "has a character that no API key has");
    }
  }
}
