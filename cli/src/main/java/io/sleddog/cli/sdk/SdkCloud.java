package io.sleddog.cli.sdk;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** AWS by way of its SDK; each client is made when it is asked for. Safe for several threads. */
public final class SdkCloud implements Cloud {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(90);

  /** Of the connection; that of a call is {@link #ANSWER}, but for invocations. */
  private static final Duration SILENCE = Duration.ofMinutes(16);

  /** The profile that is in use if nobody names one. */
  private static final String UNNAMED = "default";

  private final Optional<String> profile;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;
  private final ClientOverrideConfiguration manner;
  private final Map<Place, Service> services = new ConcurrentHashMap<>();

  private record Place(ServiceName name, String region) {}

  private SdkCloud(Optional<String> profile, AwsCredentialsProvider credentials) {
    this.profile = profile;
    this.credentials = credentials;
    this.http =
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE).build();
    this.manner =
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ANSWER)
            .retryStrategy(new Patience())
            .build();
  }

  /**
   * AWS with the credentials of a profile, or those that the SDK's usual chain finds.
   *
   * @throws Problem if there are none
   */
  public static Cloud of(Optional<String> profile) {
    try {
      AwsCredentialsProvider credentials =
          profile
              .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
              .orElseGet(() -> DefaultCredentialsProvider.builder().build());
      credentials.resolveCredentials();
      return new SdkCloud(profile, credentials);
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      throw missing(profile, e);
    }
  }

  /** What is told where there are none. */
  static Problem missing(Optional<String> named, RuntimeException e) {
    String what =
        named
            .map(it -> without(it, e))
            .or(SdkCloud::profileInUse)
            .orElse("There are no AWS credentials in the environment, the profiles or this host");
    return Problem.credentials(
            what,
            "Sign in (aws sso login), set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a"
                + " profile with --profile")
        .because(e);
  }

  private static String without(String profile, RuntimeException e) {
    return "The profile " + profile + " gives no AWS credentials: " + reason(e);
  }

  /** What is wrong with the profile that is in use without being named here, if it is there. */
  private static Optional<String> profileInUse() {
    String name = ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
    try {
      if (ProfileFile.defaultProfileFile().profile(name).isEmpty()) {
        String missing = "There is no profile " + name + ", which AWS_PROFILE names";
        return name.equals(UNNAMED) ? Optional.empty() : Optional.of(missing);
      }
      ProfileCredentialsProvider.create(name).resolveCredentials();
      return Optional.empty();
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      return Optional.of(without(name, e));
    }
  }

  /** What the SDK says, without the inside of its objects. */
  private static String reason(RuntimeException e) {
    return String.valueOf(e.getMessage()).replaceFirst("[:,] *\\w+\\([\\s\\S]*", "");
  }

  @Override
  public Service service(ServiceName name, String region) {
    return services.computeIfAbsent(new Place(name, region), this::open);
  }

  @Override
  public Optional<String> region() {
    try {
      AwsProfileRegionProvider provider =
          profile
              .map(it -> new AwsProfileRegionProvider(ProfileFile::defaultProfileFile, it))
              .orElseGet(AwsProfileRegionProvider::new);
      return Optional.ofNullable(provider.getRegion()).map(Region::id);
    } catch (SdkException noProfileOrNoRegionInIt) {
      return Optional.empty();
    }
  }

  @Override
  public Map<String, String> variables(String region) {
    AwsCredentials now = credentials.resolveCredentials();
    String token = now instanceof AwsSessionCredentials it ? it.sessionToken() : "";
    return Map.of(
        "AWS_ACCESS_KEY_ID", now.accessKeyId(),
        "AWS_SECRET_ACCESS_KEY", now.secretAccessKey(),
        "AWS_SESSION_TOKEN", token,
        "AWS_REGION", region,
        "AWS_DEFAULT_REGION", region);
  }

  private Service open(Place place) {
    ServiceName name = place.name();
    String region = place.region();
    return switch (name) {
      case LAMBDA -> client(name, LambdaClient.builder(), region, Special.functions());
      case S3 -> client(name, S3Client.builder().forcePathStyle(true), region, Special.objects());
      case LOGS -> client(name, CloudWatchLogsClient.builder(), region, CloudWatchLogsClient.class);
      case CLOUDFORMATION ->
          client(name, CloudFormationClient.builder(), region, CloudFormationClient.class);
      case TAGGING ->
          client(
              name,
              ResourceGroupsTaggingApiClient.builder(),
              region,
              ResourceGroupsTaggingApiClient.class);
      case CLOUDWATCH -> client(name, CloudWatchClient.builder(), region, CloudWatchClient.class);
      case EC2 -> new NetworkService(http, credentials, region, NetworkAddress.of(region));
      case IAM -> client(name, IamClient.builder(), region, IamClient.class);
      case SQS -> client(name, SqsClient.builder(), region, SqsClient.class);
      case STS -> client(name, StsClient.builder(), region, StsClient.class);
      case SECRETS ->
          client(name, SecretsManagerClient.builder(), region, SecretsManagerClient.class);
    };
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> Service client(
      ServiceName name, B builder, String region, Class<C> type) {
    return client(name, builder, region, new Operations<>(type));
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> Service client(
      ServiceName name, B builder, String region, Operations<C> operations) {
    C client =
        builder
            .credentialsProvider(credentials)
            .httpClient(http)
            .region(Region.of(region))
            .overrideConfiguration(manner)
            .build();
    return new ClientService<>(name, client, operations);
  }
}
