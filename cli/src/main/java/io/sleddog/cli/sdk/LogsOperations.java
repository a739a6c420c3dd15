package io.sleddog.cli.sdk;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteSubscriptionFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeAccountPoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeSubscriptionFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutSubscriptionFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterRequest;

/** What the program asks CloudWatch Logs to do. */
final class LogsOperations {
  private LogsOperations() {}

  static Operations<CloudWatchLogsClient> all() {
    return groups(new Operations<CloudWatchLogsClient>())
        .with(
            "CreateLogGroup", CreateLogGroupRequest::builder, CloudWatchLogsClient::createLogGroup)
        .with(
            "CreateLogStream",
            CreateLogStreamRequest::builder,
            CloudWatchLogsClient::createLogStream)
        .with(
            "DeleteLogStream",
            DeleteLogStreamRequest::builder,
            CloudWatchLogsClient::deleteLogStream)
        .with(
            "DeleteSubscriptionFilter",
            DeleteSubscriptionFilterRequest::builder,
            CloudWatchLogsClient::deleteSubscriptionFilter)
        .with(
            "DescribeAccountPolicies",
            DescribeAccountPoliciesRequest::builder,
            CloudWatchLogsClient::describeAccountPolicies);
  }

  private static Operations<CloudWatchLogsClient> groups(
      Operations<CloudWatchLogsClient> operations) {
    return operations
        .with(
            "DescribeLogGroups",
            DescribeLogGroupsRequest::builder,
            CloudWatchLogsClient::describeLogGroups)
        .with(
            "DescribeLogStreams",
            DescribeLogStreamsRequest::builder,
            CloudWatchLogsClient::describeLogStreams)
        .with(
            "DescribeSubscriptionFilters",
            DescribeSubscriptionFiltersRequest::builder,
            CloudWatchLogsClient::describeSubscriptionFilters)
        .with(
            "FilterLogEvents",
            FilterLogEventsRequest::builder,
            CloudWatchLogsClient::filterLogEvents)
        .with("PutLogEvents", PutLogEventsRequest::builder, CloudWatchLogsClient::putLogEvents)
        .with(
            "PutRetentionPolicy",
            PutRetentionPolicyRequest::builder,
            CloudWatchLogsClient::putRetentionPolicy)
        .with(
            "PutSubscriptionFilter",
            PutSubscriptionFilterRequest::builder,
            CloudWatchLogsClient::putSubscriptionFilter)
        .with(
            "TestMetricFilter",
            TestMetricFilterRequest::builder,
            CloudWatchLogsClient::testMetricFilter);
  }
}
