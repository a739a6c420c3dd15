package io.sleddog.cli.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * EC2 without its part of the SDK, which would be a third of this program for three questions.
 *
 * @param http makes the calls
 * @param credentials in whose name
 * @param region where
 * @param address of the service
 */
record NetworkService(
    SdkHttpClient http, AwsCredentialsProvider credentials, String region, URI address)
    implements Service {
  private static final int ATTEMPTS = 4;

  /** The JDK's client gives no body with it. */
  private static final int UNAUTHORIZED = 401;

  @Override
  public JsonNode call(String operation, Map<String, ?> input) {
    String form = QueryForm.of(operation, input);
    AwsFailure failure = null;
    for (int i = 0; i < ATTEMPTS && (failure == null || failure.isPassing()); i++) {
      try {
        return once(operation, form);
      } catch (IOException e) {
        failure =
            new AwsFailure(
                ServiceName.EC2,
                operation,
                AwsFailure.UNREACHED,
                String.valueOf(e.getMessage()),
                e);
      } catch (AwsFailure e) {
        failure = e;
      }
    }
    throw failure == null ? new IllegalStateException("not called") : failure;
  }

  private JsonNode once(String operation, String form) throws IOException {
    HttpExecuteResponse response = http.prepareRequest(signed(form)).call();
    try (InputStream body = response.responseBody().map(InputStream.class::cast).orElse(empty())) {
      byte[] answer = body.readAllBytes();
      if (response.httpResponse().isSuccessful()) {
        return NetworkXml.members(answer);
      }
      throw refused(operation, response.httpResponse().statusCode(), answer);
    }
  }

  private static InputStream empty() {
    return InputStream.nullInputStream();
  }

  private HttpExecuteRequest signed(String form) {
    ContentStreamProvider body = ContentStreamProvider.fromUtf8String(form);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .uri(address)
            .method(SdkHttpMethod.POST)
            .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .putHeader(
                "Content-Length", String.valueOf(form.getBytes(StandardCharsets.UTF_8).length))
            .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                it ->
                    it.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ec2")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    return HttpExecuteRequest.builder()
        .request(signed.request())
        .contentStreamProvider(signed.payload().orElse(body))
        .build();
  }

  private static AwsFailure refused(String operation, int status, byte[] answer) {
    JsonNode error = NetworkXml.error(answer);
    String code = error.path("Code").asText("");
    String message = error.path("Message").asText("");
    String unsaid = status == UNAUTHORIZED ? "AuthFailure" : "HTTP " + status;
    return new AwsFailure(
        ServiceName.EC2,
        operation,
        code.isEmpty() ? unsaid : code,
        message.isEmpty() ? "HTTP " + status : message,
        null);
  }
}
