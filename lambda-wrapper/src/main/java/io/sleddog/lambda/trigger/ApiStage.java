package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Domain, id and stage of an API: mostly those of the request before, so their text is kept. */
final class ApiStage {
  static final ApiStage NONE = new ApiStage(null, null, null);

  private final @Nullable String domain;
  private final @Nullable String api;
  private final @Nullable String stage;
  private final String origin;
  private final Json quotedOrigin;
  private final Json quotedDomain;
  private volatile Map.@Nullable Entry<FunctionArn, Json> arn;

  private ApiStage(@Nullable String domain, @Nullable String api, @Nullable String stage) {
    this.domain = domain;
    this.api = api;
    this.stage = stage;
    this.origin = "https://" + domain;
    this.quotedOrigin = Json.ofText(origin);
    this.quotedDomain = domain == null ? Json.MISSING : Json.ofText(domain);
  }

  /** What a request's context tells; {@code known} itself if it tells the same. */
  static ApiStage of(Json context, ApiStage known) {
    Json domain = context.get("domainName");
    Json api = context.get("apiId");
    Json stage = context.get("stage");
    return domain.isSame(known.quotedDomain) && api.is(known.api) && stage.is(known.stage)
        ? known
        : new ApiStage(domain.text(), api.scalar(), stage.scalar());
  }

  @Nullable String domain() {
    return domain;
  }

  @Nullable String api() {
    return api;
  }

  /** The same with a path as it stands in the event. */
  @Nullable Object url(Json path) {
    return domain != null && path.isString() ? path.behind(quotedOrigin) : url((String) null);
  }

  /** {@code https://} with the domain and a path behind it; null without a domain. */
  @Nullable String url(@Nullable String path) {
    if (domain == null) {
      return null;
    }
    return path == null ? origin : origin.concat(path);
  }

  /** The ARN of the stage of a REST API, where the function is; null if a part is not known. */
  @Nullable Json arn(FunctionArn function) {
    if (api == null || stage == null) {
      return null;
    }
    Map.Entry<FunctionArn, Json> known = arn;
    if (known != null && known.getKey() == function) {
      return known.getValue();
    }
    String rest = "/restapis/" + api + "/stages/" + stage;
    Json made = Json.ofText(Arns.of(function, "apigateway", function.region() + ":", rest));
    arn = Map.entry(function, made);
    return made;
  }
}
