package io.sleddog.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateValuesTest {
  private static final JsonNode TEMPLATE =
      Yaml.parse(
          """
          Parameters:
            Stage: {Type: String, Default: dev}
            Open: {Type: String}
          Mappings:
            Sizes: {dev: {memory: 256}, prod: {memory: 1024}}
          Conditions:
            IsDev: !Equals [!Ref Stage, dev]
            IsProd: !Equals [!Ref Stage, prod]
            IsOpen: !Equals [!Ref Open, yes]
            Neither: !And [!Not [{Condition: IsDev}], !Not [{Condition: IsProd}]]
            Either: !Or [{Condition: IsOpen}, {Condition: IsDev}]
            Unsure: !Or [{Condition: IsOpen}, {Condition: IsProd}]
            Alias: !And [!Condition IsDev, !Not [!Condition IsProd]]
            Round: {Condition: Round}
          Resources:
            Orders: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub "orders-${Stage}"}}
            News: {Type: AWS::SNS::Topic}
            Bus: {Type: AWS::Events::EventBus, Properties: {Name: depot}}
            Worker: {Type: AWS::Lambda::Function}
            Table: {Type: AWS::DynamoDB::Table}
            Self: {Type: AWS::Lambda::Function, Properties: {FunctionName: !Sub "${Self}-x"}}
            Hen: {Type: AWS::SNS::Topic, Properties: {TopicName: !GetAtt Egg.TopicName}}
            Egg: {Type: AWS::SNS::Topic, Properties: {TopicName: !GetAtt Hen.TopicName}}
            Api: {Type: AWS::ApiGateway::RestApi}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "plain | plain",
        "17 | 17",
        "true | true",
        "!Ref Stage | dev",
        "!Ref AWS::Region | us-east-1",
        "!Ref Orders | https://sqs.us-east-1.amazonaws.com/123456789012/orders-dev",
        "!Ref News | arn:aws:sns:us-east-1:123456789012:News",
        "!Ref Bus | depot",
        "!Ref Worker | Worker",
        "!Ref Table | Table",
        "!GetAtt Orders.Arn | arn:aws:sqs:us-east-1:123456789012:orders-dev",
        "!GetAtt Orders.QueueName | orders-dev",
        "!GetAtt Orders.QueueUrl | https://sqs.us-east-1.amazonaws.com/123456789012/orders-dev",
        "!GetAtt Worker.Arn | arn:aws:lambda:us-east-1:123456789012:function:Worker",
        "!GetAtt Bus.Arn | arn:aws:events:us-east-1:123456789012:event-bus/depot",
        "{'Fn::GetAtt': [News, TopicName]} | News",
        "{'Fn::Join': ['-', [a, !Ref Stage]]} | a-dev",
        "!Sub '${Worker}/${Orders.QueueName}' | Worker/orders-dev",
        "!Ref Self | Self-x",
        "!GetAtt Hen.TopicName | Hen",
        "!Ref Open | -",
        "!Ref Api | -",
        "!Ref Nothing | -",
        "!GetAtt Worker.Version | -",
        "!Sub 'x${Open}' | -",
        "{'Fn::Join': ['', [!Ref Open]]} | -",
        "!ImportValue Other | -",
        "!If [IsDev, a, b] | a",
        "!If [IsProd, a, !Ref Stage] | dev",
        "!If [IsOpen, a, b] | -",
        "!If [Neither, a, b] | b",
        "!If [Either, a, b] | a",
        "!If [Unsure, a, b] | -",
        "!If [Round, a, b] | -",
        "!If [None, a, b] | -",
        "!If [IsProd, a] | -",
        "!FindInMap [Sizes, !Ref Stage, memory] | 256",
        "!FindInMap [Sizes, test, memory] | -",
        "!FindInMap [Sizes, !Ref Open, memory] | -",
        "!Sub ['${Q}-${Stage}', {Q: !GetAtt Orders.QueueName}] | orders-dev-dev",
        "!Sub ['${Q}', {Q: !Ref Open}] | -",
        "!Sub '${!Literal}' | ${Literal}",
        "!If [Alias, a, b] | a",
        "{a: 1, b: 2} | -"
      })
  void text_aValue_isWhatItComesToHere(String value, String text) {
    JsonNode node = Yaml.parse("value: " + value).path("value");

    assertThat(new TemplateValues(TEMPLATE).text(node).orElse(null)).isEqualTo(text);
  }
}
