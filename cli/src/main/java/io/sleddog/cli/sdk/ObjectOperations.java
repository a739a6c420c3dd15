package io.sleddog.cli.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;

/** What the program asks S3 to do. */
final class ObjectOperations {
  private static final String BODY = "Body";

  private ObjectOperations() {}

  static Operations<S3Client> all() {
    return new Operations<S3Client>()
        .with("CreateBucket", CreateBucketRequest::builder, S3Client::createBucket)
        .with("GetObject", ObjectOperations::get)
        .with("HeadBucket", HeadBucketRequest::builder, S3Client::headBucket)
        .with("ListObjectsV2", ListObjectsV2Request::builder, S3Client::listObjectsV2)
        .with(
            "PutPublicAccessBlock",
            PutPublicAccessBlockRequest::builder,
            S3Client::putPublicAccessBlock)
        .with("PutObject", ObjectOperations::put);
  }

  /** The object's bytes are in {@code Body}, as UTF-8 text. */
  private static JsonNode get(S3Client client, Map<String, ?> input) {
    GetObjectRequest.Builder request = GetObjectRequest.builder();
    PojoWriter.write(input, request);
    String body = client.getObjectAsBytes(request.build()).asUtf8String();
    return Json.object().put(BODY, body);
  }

  /** The object's bytes come from the file whose path is in {@code Body}. */
  private static JsonNode put(S3Client client, Map<String, ?> input) {
    Map<String, Object> members = new LinkedHashMap<>(input);
    Path file = Path.of(String.valueOf(members.remove(BODY)));
    PutObjectRequest.Builder request = PutObjectRequest.builder();
    PojoWriter.write(members, request);
    return PojoReader.read(client.putObject(request.build(), RequestBody.fromFile(file)));
  }
}
