package io.sleddog.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Yaml;
import io.sleddog.local.model.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateRoutesTest {
  private static final String SAM =
      """
      Resources:
        Worker:
          Type: AWS::Serverless::Function
          Properties:
            FunctionName: worker
            FunctionUrlConfig: {AuthType: NONE}
            Events:
              Queue: {Type: SQS, Properties: {Queue: !GetAtt Orders.Arn}}
              Topic: {Type: SNS, Properties: {Topic: !Ref News}}
              Rule: {Type: EventBridgeRule, Properties: {Pattern: {source: [shop]}}}
              Api: {Type: HttpApi, Properties: {Path: /orders, Method: post}}
              Rest: {Type: Api, Properties: {Path: "/orders/{id}", Method: get}}
              All: {Type: HttpApi}
              Timer: {Type: Schedule, Properties: {Schedule: rate(1 hour)}}
        Orders: {Type: AWS::SQS::Queue, Properties: {QueueName: orders}}
        News: {Type: AWS::SNS::Topic}
      """;

  private static final String CDK =
      """
      {"Resources": {
        "Worker": {"Type": "AWS::Lambda::Function"},
        "Orders": {"Type": "AWS::SQS::Queue"},
        "News": {"Type": "AWS::SNS::Topic"},
        "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "depot"}},
        "Mapping": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
          "EventSourceArn": {"Fn::GetAtt": ["Orders", "Arn"]}, "FunctionName": {"Ref": "Worker"}}},
        "ToFunction": {"Type": "AWS::SNS::Subscription", "Properties": {
          "Protocol": "lambda", "TopicArn": {"Ref": "News"},
          "Endpoint": {"Fn::GetAtt": ["Worker", "Arn"]}}},
        "ToQueue": {"Type": "AWS::SNS::Subscription", "Properties": {
          "Protocol": "sqs", "TopicArn": {"Ref": "News"}, "RawMessageDelivery": true,
          "Endpoint": {"Fn::GetAtt": ["Orders", "Arn"]}}},
        "ToMail": {"Type": "AWS::SNS::Subscription", "Properties": {
          "Protocol": "email", "TopicArn": {"Ref": "News"}, "Endpoint": "a@example.com"}},
        "Rule": {"Type": "AWS::Events::Rule", "Properties": {
          "EventBusName": {"Ref": "Bus"}, "EventPattern": {"source": ["shop"]},
          "Targets": [{"Arn": {"Fn::GetAtt": ["Worker", "Arn"]}},
                      {"Arn": {"Fn::GetAtt": ["Orders", "Arn"]}}]}},
        "Timer": {"Type": "AWS::Events::Rule", "Properties": {
          "ScheduleExpression": "rate(1 hour)",
          "Targets": [{"Arn": {"Fn::GetAtt": ["Worker", "Arn"]}}]}},
        "Url": {"Type": "AWS::Lambda::Url", "Properties": {
          "TargetFunctionArn": {"Fn::GetAtt": ["Worker", "Arn"]}}},
        "Integration": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {
          "IntegrationUri": {"Fn::GetAtt": ["Worker", "Arn"]}}},
        "Route": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {
          "RouteKey": "GET /orders",
          "Target": {"Fn::Join": ["", ["integrations/", {"Ref": "Integration"}]]}}}
      }}
      """;

  private static List<String> routes(String template) {
    return new TemplateRoutes(Yaml.parse(template))
        .routes().stream().map(TemplateRoutesTest::text).toList();
  }

  private static String text(Route route) {
    String arrow = route.toQueue() ? " => queue " : " => ";
    String filter = route.filter() == null ? "" : " " + route.filter();
    return route.source() + " " + route.name() + arrow + route.destination() + filter;
  }

  @Test
  void routes_ofSam_areItsEvents() {
    assertThat(routes(SAM))
        .containsExactly(
            "QUEUE orders => worker",
            "TOPIC News => worker",
            "BUS default => worker {\"source\":[\"shop\"]}",
            "HTTP POST /orders => worker",
            "REST GET /orders/{id} => worker",
            "HTTP $default => worker",
            "HTTP $default => worker");
  }

  @Test
  void routes_ofCdk_areMappingsSubscriptionsAndRules() {
    assertThat(routes(CDK))
        .containsExactly(
            "QUEUE Orders => Worker",
            "TOPIC News => Worker",
            "TOPIC News => queue Orders true",
            "BUS depot => Worker {\"source\":[\"shop\"]}",
            "BUS depot => queue Orders {\"source\":[\"shop\"]}",
            "HTTP $default => Worker",
            "HTTP GET /orders => Worker");
  }

  private static final String REST =
      """
      {"Resources": {
        "Worker": {"Type": "AWS::Lambda::Function"},
        "Api": {"Type": "AWS::ApiGateway::RestApi"},
        "Orders": {"Type": "AWS::ApiGateway::Resource", "Properties": {
          "ParentId": {"Fn::GetAtt": ["Api", "RootResourceId"]}, "PathPart": "orders"}},
        "Order": {"Type": "AWS::ApiGateway::Resource", "Properties": {
          "ParentId": {"Ref": "Orders"}, "PathPart": "{id}"}},
        "Loop": {"Type": "AWS::ApiGateway::Resource", "Properties": {
          "ParentId": {"Ref": "Loop"}, "PathPart": "a"}},
        "RootAny": {"Type": "AWS::ApiGateway::Method", "Properties": {
          "HttpMethod": "ANY", "ResourceId": {"Fn::GetAtt": ["Api", "RootResourceId"]},
          "Integration": {"Type": "AWS_PROXY", "Uri": {"Fn::Join": ["", ["arn:",
            {"Ref": "AWS::Partition"}, ":apigateway:x:lambda:path/2015-03-31/functions/",
            {"Fn::GetAtt": ["Worker", "Arn"]}, "/invocations"]]}}}},
        "OrderGet": {"Type": "AWS::ApiGateway::Method", "Properties": {
          "HttpMethod": "GET", "ResourceId": {"Ref": "Order"},
          "Integration": {"Uri": {"Fn::GetAtt": ["Worker", "Arn"]}}}},
        "Cors": {"Type": "AWS::ApiGateway::Method", "Properties": {
          "HttpMethod": "OPTIONS", "ResourceId": {"Ref": "Order"},
          "Integration": {"Type": "MOCK"}}}
      }}
      """;

  @Test
  void routes_ofARestApi_areItsMethodsAtTheirPaths() {
    assertThat(routes(REST))
        .containsExactly("REST ANY / => Worker", "REST GET /orders/{id} => Worker");
  }

  private static final String QUEUES =
      """
      Resources:
        Worker:
          Type: AWS::Serverless::Function
          Properties:
            Events:
              Queue:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FunctionResponseTypes: [ReportBatchItemFailures]
              Topic:
                Type: SNS
                Properties: {Topic: !Ref News, FilterPolicy: {kind: [web]}}
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            QueueName: orders
            RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3}
        Dead: {Type: AWS::SQS::Queue, Properties: {QueueName: orders-dead}}
        News: {Type: AWS::SNS::Topic}
        Bare:
          Type: AWS::SNS::Subscription
          Properties:
            Protocol: sqs
            TopicArn: !Ref News
            Endpoint: !GetAtt Orders.Arn
            RawMessageDelivery: true
            FilterPolicyScope: MessageBody
            FilterPolicy: {size: [{numeric: [">", 3]}]}
      """;

  @Test
  void routes_ofQueuesAndTopics_sayWhatFailsAndWhatIsFiltered() {
    assertThat(routes(QUEUES))
        .containsExactly(
            "QUEUE orders => Worker {\"reportBatchItemFailures\":true}",
            "TOPIC News => Worker {\"bare\":false,\"policy\":{\"kind\":[\"web\"]},"
                + "\"scope\":\"MessageAttributes\"}",
            "QUEUE orders => queue orders-dead {\"maxReceiveCount\":3}",
            "TOPIC News => queue orders {\"bare\":true,"
                + "\"policy\":{\"size\":[{\"numeric\":[\">\",3]}]},\"scope\":\"MessageBody\"}");
  }

  private static final String FILTERED =
      """
      Resources:
        Worker:
          Type: AWS::Serverless::Function
          Properties:
            Events:
              Queue:
                Type: SQS
                Properties:
                  Queue: !GetAtt Orders.Arn
                  FilterCriteria: {Filters: [{Pattern: '{"body": {"kind": ["web"]}}'}]}
        Orders: {Type: AWS::SQS::Queue, Properties: {QueueName: orders}}
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Orders.Arn
            FunctionName: !Ref Worker
            FilterCriteria: {Filters: [{Pattern: '{"eventSource": ["aws:sqs"]}'}, {Pattern: '{"body": ["x"]}'}]}
        Unknown:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Orders.Arn
            FunctionName: !Ref Worker
            FilterCriteria: {Filters: [{Pattern: !ImportValue later}]}
      """;

  @Test
  void routes_filterCriteria_areKept_unlessTheyAreNotKnownYet() {
    assertThat(routes(FILTERED))
        .containsExactly(
            "QUEUE orders => Worker {\"criteria\":[{\"body\":{\"kind\":[\"web\"]}}]}",
            "QUEUE orders => Worker {\"criteria\":[{\"eventSource\":[\"aws:sqs\"]},"
                + "{\"body\":[\"x\"]}]}",
            "QUEUE orders => Worker");
  }
}
