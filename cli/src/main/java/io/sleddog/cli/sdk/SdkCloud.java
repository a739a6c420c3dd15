package io.sleddog.cli.sdk;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
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

  /** Enough to outlast the throttling of some hundred calls that are made at once. */
  private static final int ATTEMPTS = 12;

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
            .retryStrategy(
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                    .maxAttempts(ATTEMPTS)
                    .circuitBreakerEnabled(false)
                    .build())
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

  private static Problem missing(Optional<String> profile, RuntimeException e) {
    String what =
        profile
            .map(it -> "The profile " + it + " gives no AWS credentials: " + reason(e))
            .orElse("There are no AWS credentials in the environment, the profiles or this host");
    return Problem.credentials(
            what,
            "Sign in (aws sso login), set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a"
                + " profile with --profile")
        .because(e);
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
      case EC2 -> client(name, Ec2Client.builder(), region, Ec2Client.class);
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
