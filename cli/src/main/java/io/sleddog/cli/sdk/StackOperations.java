package io.sleddog.cli.sdk;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;

/** What the program asks CloudFormation to do. */
final class StackOperations {
  private StackOperations() {}

  static Operations<CloudFormationClient> all() {
    return new Operations<CloudFormationClient>()
        .with(
            "CreateChangeSet",
            CreateChangeSetRequest::builder,
            CloudFormationClient::createChangeSet)
        .with(
            "DeleteChangeSet",
            DeleteChangeSetRequest::builder,
            CloudFormationClient::deleteChangeSet)
        .with(
            "DescribeChangeSet",
            DescribeChangeSetRequest::builder,
            CloudFormationClient::describeChangeSet)
        .with(
            "DescribeStackEvents",
            DescribeStackEventsRequest::builder,
            CloudFormationClient::describeStackEvents)
        .with(
            "DescribeStacks", DescribeStacksRequest::builder, CloudFormationClient::describeStacks)
        .with(
            "ExecuteChangeSet",
            ExecuteChangeSetRequest::builder,
            CloudFormationClient::executeChangeSet)
        .with(
            "GetTemplateSummary",
            GetTemplateSummaryRequest::builder,
            CloudFormationClient::getTemplateSummary)
        .with(
            "ListStackResources",
            ListStackResourcesRequest::builder,
            CloudFormationClient::listStackResources);
  }
}
