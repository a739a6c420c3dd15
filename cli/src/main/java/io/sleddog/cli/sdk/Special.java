package io.sleddog.cli.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The operations that are not as simple as all others. */
final class Special {
  /** A function may run for fifteen minutes before it answers. */
  private static final Duration LONGEST_INVOCATION = Duration.ofMinutes(16);

  private static final String BODY = "Body";

  private Special() {}

  static Operations<LambdaClient> functions() {
    return new Operations<>(LambdaClient.class).with("Invoke", Special::invoke);
  }

  /** Objects of S3: what is put comes from the file that {@code Body} names. */
  static Operations<S3Client> objects() {
    return new Operations<>(S3Client.class)
        .with("GetObject", Special::get)
        .with("PutObject", Special::put);
  }

  /** Beside the members of the answer: the invocation's id, by which its log lines are known. */
  private static JsonNode invoke(LambdaClient client, Map<String, ?> input) {
    InvokeRequest.Builder request = InvokeRequest.builder();
    PojoWriter.write(input, request);
    request.overrideConfiguration(it -> it.apiCallAttemptTimeout(LONGEST_INVOCATION));
    InvokeResponse answer = client.invoke(request.build());
    ObjectNode members = PojoReader.read(answer);
    answer
        .sdkHttpResponse()
        .firstMatchingHeader("x-amzn-RequestId")
        .ifPresent(it -> members.put("RequestId", it));
    return members;
  }

  private static JsonNode get(S3Client client, Map<String, ?> input) {
    GetObjectRequest.Builder request = GetObjectRequest.builder();
    PojoWriter.write(input, request);
    return Json.object().put(BODY, client.getObjectAsBytes(request.build()).asUtf8String());
  }

  private static JsonNode put(S3Client client, Map<String, ?> input) {
    Map<String, Object> members = new LinkedHashMap<>(input);
    Path file = Path.of(String.valueOf(members.remove(BODY)));
    PutObjectRequest.Builder request = PutObjectRequest.builder();
    PojoWriter.write(members, request);
    return PojoReader.read(client.putObject(request.build(), RequestBody.fromFile(file)));
  }
}
