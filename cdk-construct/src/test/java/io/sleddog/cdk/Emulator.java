package io.sleddog.cdk;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/** An emulator of AWS at {@code AWS_ENDPOINT_URL}, without which a test is skipped. */
public final class Emulator {
  private static final String REGION = "eu-west-1";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String endpoint;

  private Emulator(String endpoint) {
    this.endpoint = endpoint;
  }

  /** The emulator; ends the test with a word if there is none. */
  public static Emulator required() {
    @Nullable String endpoint = System.getenv("AWS_ENDPOINT_URL");
    if (endpoint == null) {
      System.out.println("Skipped: no emulator of AWS at AWS_ENDPOINT_URL");
    }
    assumeThat(endpoint).as("AWS_ENDPOINT_URL").isNotNull();
    return new Emulator(endpoint);
  }

  /** Puts a file into a new bucket and says which. */
  public String bucketWith(String key, byte[] content) throws IOException, InterruptedException {
    String bucket = "code-" + UUID.randomUUID();
    String place =
        "<CreateBucketConfiguration><LocationConstraint>"
            + REGION
            + "</LocationConstraint></CreateBucketConfiguration>";
    send("s3", request("/" + bucket).PUT(BodyPublishers.ofString(place)));
    send("s3", request("/" + bucket + "/" + key).PUT(BodyPublishers.ofByteArray(content)));
    return bucket;
  }

  /** Creates or updates a stack; the emulator answers when that is done. */
  public void deploy(String action, String name, String template, Map<String, String> parameters)
      throws IOException, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Action", action);
    form.put("StackName", name);
    form.put("TemplateBody", template);
    form.put("Capabilities.member.1", "CAPABILITY_NAMED_IAM");
    int count = 0;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      count++;
      form.put("Parameters.member." + count + ".ParameterKey", parameter.getKey());
      form.put("Parameters.member." + count + ".ParameterValue", parameter.getValue());
    }
    query(form);
  }

  /** The status of a stack. */
  public String status(String name) throws IOException, InterruptedException {
    return xpath(name, "string(//*[local-name()='StackStatus'])");
  }

  /** A stack's output. */
  public String output(String name, String key) throws IOException, InterruptedException {
    return xpath(
        name,
        "string(//*[local-name()='OutputKey'][.='" + key + "']/../*[local-name()='OutputValue'])");
  }

  /** What Lambda knows of a function. */
  public JsonNode function(String name) throws IOException, InterruptedException {
    String path = "/2015-03-31/functions/" + name + "/configuration";
    return new ObjectMapper().readTree(send("lambda", request(path).GET()));
  }

  private String xpath(String stack, String expression) throws IOException, InterruptedException {
    String answer = query(Map.of("Action", "DescribeStacks", "StackName", stack));
    try {
      return XPathFactory.newInstance()
          .newXPath()
          .evaluate(expression, new InputSource(new StringReader(answer)));
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(expression, e);
    }
  }

  private String query(Map<String, String> form) throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        "cloudformation",
        request("/")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint + path));
  }

  /** The emulator looks at a signature's scope only, to know the service and the region. */
  private String send(String service, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    String scope = "test/20260101/" + REGION + "/" + service + "/aws4_request";
    HttpResponse<String> response =
        client.send(
            request
                .header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature=0")
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
