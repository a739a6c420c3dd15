package io.sleddog.cli.forwarder;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.problem.Problem;
import io.sleddog.plan.calls.ApiCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the code into a bucket. Its key holds a hash of it, so that the same code is there once,
 * and other code makes another stack.
 */
final class CodeUpload {
  private static final String DEFAULT_REGION = "us-east-1";
  private static final int HASH_LENGTH = 20;

  private final Service objects;
  private final Path zip;
  private final String bucket;
  private final String account;

  /**
   * Creates it.
   *
   * @param objects S3 in the stack's region
   * @param zip the code
   * @param bucket where to put it
   * @param account who has to own the bucket
   */
  CodeUpload(Service objects, Path zip, String bucket, String account) {
    this.objects = objects;
    this.zip = zip;
    this.bucket = bucket;
    this.account = account;
  }

  String bucket() {
    return bucket;
  }

  String key() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip));
      return "sleddog/forwarder-"
          + HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH)
          + ".zip";
    } catch (IOException e) {
      throw Problem.usage("zip-unreadable", "The zip " + zip + " cannot be read", "Give another")
          .because(e);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * What has to be done for it; nothing if the code is there.
   *
   * @param region where the bucket is, or is to be
   * @param mayCreate whether a bucket that is not there is made
   */
  List<ApiCall> calls(String region, boolean mayCreate) {
    List<ApiCall> calls = new ArrayList<>();
    if (!isThere("HeadBucket", owned())) {
      if (!mayCreate) {
        throw Problem.failed(
            "bucket-missing",
            "There is no bucket " + bucket,
            "Make it, or leave --bucket out to have one made");
      }
      calls.add(new ApiCall("CreateBucket", creation(region), "holds the forwarder's code"));
      calls.add(
          new ApiCall("PutPublicAccessBlock", closed(), "keeps everybody else out of the bucket"));
    }
    Map<String, Object> object = owned();
    object.put("Key", key());
    if (!calls.isEmpty() || !isThere("HeadObject", object)) {
      object.put("Body", String.valueOf(zip));
      calls.add(new ApiCall("PutObject", object, "uploads the forwarder's code"));
    }
    return calls;
  }

  private Map<String, Object> owned() {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("Bucket", bucket);
    input.put("ExpectedBucketOwner", account);
    return input;
  }

  private Map<String, Object> creation(String region) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("Bucket", bucket);
    if (!region.equals(DEFAULT_REGION)) {
      input.put("CreateBucketConfiguration", Map.of("LocationConstraint", region));
    }
    return input;
  }

  private Map<String, Object> closed() {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("Bucket", bucket);
    Map<String, Object> all = new LinkedHashMap<>();
    List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
        .forEach(it -> all.put(it, true));
    input.put("PublicAccessBlockConfiguration", all);
    return input;
  }

  private boolean isThere(String operation, Map<String, ?> input) {
    try {
      objects.call(operation, input);
      return true;
    } catch (AwsFailure e) {
      if (e.isNotFound() || e.code().equals("HTTP 404")) {
        return false;
      }
      throw e;
    }
  }
}
