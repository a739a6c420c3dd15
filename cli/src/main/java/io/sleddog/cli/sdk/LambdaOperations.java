package io.sleddog.cli.sdk;

import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListCodeSigningConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsByCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/** What the program asks Lambda to do. */
final class LambdaOperations {
  private LambdaOperations() {}

  static Operations<LambdaClient> all() {
    return new Operations<LambdaClient>()
        .with("AddPermission", AddPermissionRequest::builder, LambdaClient::addPermission)
        .with(
            "GetAccountSettings",
            GetAccountSettingsRequest::builder,
            LambdaClient::getAccountSettings)
        .with("GetFunction", GetFunctionRequest::builder, LambdaClient::getFunction)
        .with(
            "GetFunctionConcurrency",
            GetFunctionConcurrencyRequest::builder,
            LambdaClient::getFunctionConcurrency)
        .with(
            "GetFunctionConfiguration",
            GetFunctionConfigurationRequest::builder,
            LambdaClient::getFunctionConfiguration)
        .with("GetPolicy", GetPolicyRequest::builder, LambdaClient::getPolicy)
        .with("Invoke", InvokeRequest::builder, LambdaClient::invoke)
        .with("ListAliases", ListAliasesRequest::builder, LambdaClient::listAliases)
        .with(
            "ListCodeSigningConfigs",
            ListCodeSigningConfigsRequest::builder,
            LambdaClient::listCodeSigningConfigs)
        .with("ListFunctions", ListFunctionsRequest::builder, LambdaClient::listFunctions)
        .with(
            "ListFunctionsByCodeSigningConfig",
            ListFunctionsByCodeSigningConfigRequest::builder,
            LambdaClient::listFunctionsByCodeSigningConfig)
        .with(
            "ListLayerVersions", ListLayerVersionsRequest::builder, LambdaClient::listLayerVersions)
        .with("ListTags", ListTagsRequest::builder, LambdaClient::listTags)
        .with("PublishVersion", PublishVersionRequest::builder, LambdaClient::publishVersion)
        .with("TagResource", TagResourceRequest::builder, LambdaClient::tagResource)
        .with("UntagResource", UntagResourceRequest::builder, LambdaClient::untagResource)
        .with("UpdateAlias", UpdateAliasRequest::builder, LambdaClient::updateAlias)
        .with(
            "UpdateFunctionConfiguration",
            UpdateFunctionConfigurationRequest::builder,
            LambdaClient::updateFunctionConfiguration);
  }
}
