package io.sleddog.cli.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.cli.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest {
  private static final String GROUP = "arn:aws:logs:eu-west-1:1:log-group:/aws/lambda/orders";
  private static final String BASE =
      "'Effect':'Allow','Principal':{'Service':'logs.amazonaws.com'},'Action':'lambda:InvokeFunction'";

  @ParameterizedTest
  @ValueSource(
      strings = {
        BASE,
        BASE + ",'Condition':{'ArnLike':{'AWS:SourceArn':'" + GROUP + ":*'}}",
        BASE + ",'Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:logs:eu-west-1:1:*'}}",
        BASE + ",'Condition':{'ArnLike':{'aws:SourceArn':['arn:x','" + GROUP + ":*']}}",
        BASE + ",'Condition':{'StringEquals':{'AWS:SourceAccount':'1'}}",
        "'Effect':'Allow','Principal':{'Service':['s3.amazonaws.com','logs.eu-west-1.amazonaws.com']},"
            + "'Action':['lambda:*']",
        "'Effect':'Allow','Principal':{'Service':'logs.cn-north-1.amazonaws.com.cn'},"
            + "'Action':'lambda:Invoke*'",
      })
  void allowsLogs_statementThatCoversTheGroup_isTrue(String statement) {
    assertThat(allows(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BASE + ",'Condition':{'ArnLike':{'AWS:SourceArn':'" + GROUP + "-2:*'}}",
        BASE + ",'Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:logs:us-east-1:1:*'}}",
        "'Effect':'Deny','Principal':{'Service':'logs.amazonaws.com'},'Action':'lambda:InvokeFunction'",
        "'Effect':'Allow','Principal':{'Service':'s3.amazonaws.com'},'Action':'lambda:InvokeFunction'",
        "'Effect':'Allow','Principal':{'Service':'logs.amazonaws.com'},'Action':'lambda:GetFunction'",
        "'Effect':'Allow','Principal':{'AWS':'1'},'Action':'lambda:InvokeFunction'",
      })
  void allowsLogs_anyOtherStatement_isFalse(String statement) {
    assertThat(allows(statement)).isFalse();
  }

  @Test
  void allowsLogs_noPolicy_isFalse() {
    assertThat(Grants.none().allowsLogs(GROUP)).isFalse();
  }

  private static boolean allows(String statement) {
    String policy = "{'Statement':[{" + statement + "}]}";
    return new Grants(Json.parse(policy.replace('\'', '"'))).allowsLogs(GROUP);
  }
}
