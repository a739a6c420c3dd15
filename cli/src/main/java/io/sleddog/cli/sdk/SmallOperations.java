package io.sleddog.cli.sdk;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesRequest;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** What the program asks of services that it needs for one or two things. */
final class SmallOperations {
  private SmallOperations() {}

  static Operations<CloudWatchClient> metrics() {
    return new Operations<CloudWatchClient>()
        .with("GetMetricData", GetMetricDataRequest::builder, CloudWatchClient::getMetricData);
  }

  static Operations<IamClient> rights() {
    return new Operations<IamClient>()
        .with("GetRolePolicy", GetRolePolicyRequest::builder, IamClient::getRolePolicy)
        .with(
            "SimulatePrincipalPolicy",
            SimulatePrincipalPolicyRequest::builder,
            IamClient::simulatePrincipalPolicy);
  }

  static Operations<ResourceGroupsTaggingApiClient> tags() {
    return new Operations<ResourceGroupsTaggingApiClient>()
        .with(
            "GetResources",
            GetResourcesRequest::builder,
            ResourceGroupsTaggingApiClient::getResources);
  }

  static Operations<SecretsManagerClient> secrets() {
    return new Operations<SecretsManagerClient>()
        .with(
            "GetSecretValue", GetSecretValueRequest::builder, SecretsManagerClient::getSecretValue);
  }

  static Operations<SqsClient> queues() {
    return new Operations<SqsClient>()
        .with(
            "GetQueueAttributes",
            GetQueueAttributesRequest::builder,
            SqsClient::getQueueAttributes);
  }

  static Operations<StsClient> identity() {
    return new Operations<StsClient>()
        .with("GetCallerIdentity", GetCallerIdentityRequest::builder, StsClient::getCallerIdentity);
  }
}
