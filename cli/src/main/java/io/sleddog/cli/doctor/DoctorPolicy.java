package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.util.List;

/** The smallest policy with which the doctor sees everything that it looks for. */
final class DoctorPolicy {
  private static final List<String> ACTIONS =
      List.of(
          "lambda:GetAccountSettings",
          "lambda:GetFunction",
          "lambda:GetFunctionConcurrency",
          "lambda:GetFunctionConfiguration",
          "lambda:GetPolicy",
          "lambda:ListAliases",
          "lambda:ListCodeSigningConfigs",
          "lambda:ListFunctions",
          "lambda:ListFunctionsByCodeSigningConfig",
          "lambda:ListTags",
          "logs:DescribeAccountPolicies",
          "logs:DescribeLogGroups",
          "logs:DescribeSubscriptionFilters",
          "logs:FilterLogEvents",
          "logs:TestMetricFilter",
          "cloudwatch:GetMetricData",
          "ec2:DescribeRouteTables",
          "ec2:DescribeVpcEndpoints",
          "iam:SimulatePrincipalPolicy",
          "s3:ListBucket",
          "sqs:GetQueueAttributes",
          "tag:GetResources",
          "cloudformation:ListStackResources");

  private DoctorPolicy() {}

  static ObjectNode document() {
    ObjectNode document = Json.object().put("Version", "2012-10-17");
    ObjectNode statement = document.putArray("Statement").addObject();
    statement.put("Effect", "Allow");
    ArrayNode actions = statement.putArray("Action");
    ACTIONS.forEach(actions::add);
    statement.put("Resource", "*");
    return document;
  }
}
