package io.sleddog.forwarder.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the examples in AWS's documentation of its signatures. */
class SignerTest {
  private static final String BUCKET = "https://examplebucket.s3.amazonaws.com";

  @Test
  void sign_exampleOfTheTestSuite_hasItsSignature() {
    Credentials credentials =
        credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    HttpRequest request = HttpRequest.get("https://example.amazonaws.com/", Map.of());

    HttpRequest signed =
        signer("2015-08-30T12:36:00Z")
            .sign(request, new AwsScope("service", "us-east-1"), credentials);

    assertThat(signed.headers())
        .containsEntry("x-amz-date", "20150830T123600Z")
        .containsEntry(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=host;x-amz-date, Signature="
                + "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
  }

  @ParameterizedTest
  @CsvSource({
    "/test.txt, bytes=0-9, f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    "/?lifecycle, '', fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
    "/?max-keys=2&prefix=J, '', 34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
  })
  void sign_exampleOfS3_hasItsSignature(String path, String range, String signature) {
    Map<String, String> headers = range.isEmpty() ? Map.of() : Map.of("Range", range);

    HttpRequest signed =
        signer("2013-05-24T00:00:00Z")
            .sign(
                HttpRequest.get(BUCKET + path, headers),
                new AwsScope("s3", "us-east-1"),
                credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));

    assertThat(signed.headers().get("Authorization")).endsWith("Signature=" + signature);
  }

  @Test
  void sign_sessionToken_isSentAndSigned() {
    Credentials credentials = new Credentials("a", new Secret("b"), new Secret("token"));

    HttpRequest signed =
        signer("2015-08-30T12:36:00Z")
            .sign(
                HttpRequest.get("http://127.0.0.1:4566/", Map.of()),
                new AwsScope("s3", "us-east-1"),
                credentials);

    assertThat(signed.headers()).containsEntry("x-amz-security-token", "token");
    assertThat(signed.headers().get("Authorization"))
        .contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 200})
  void hmac_keyOfAnyLength_isTheJdks(int length) throws GeneralSecurityException {
    byte[] key = "k".repeat(length).getBytes(StandardCharsets.US_ASCII);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));

    assertThat(Hashes.hmac(key, "text é"))
        .isEqualTo(mac.doFinal("text é".getBytes(StandardCharsets.UTF_8)));
  }

  private static Credentials credentials(String key, String secret) {
    return new Credentials(key, new Secret(secret), new Secret(""));
  }

  private static Signer signer(String time) {
    return new Signer(Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
  }
}
