package io.sleddog.forwarder.aws;

/** The actions that are called, by the names that the services give them. */
public enum AwsAction {
  /** Reads a secret. */
  GET_SECRET("secretsmanager", "1.1", "secretsmanager.GetSecretValue"),
  /** Reads a parameter. */
  GET_PARAMETER("ssm", "1.1", "AmazonSSM.GetParameter"),
  /** Decrypts a text. */
  DECRYPT("kms", "1.1", "TrentService.Decrypt"),
  /** Lists the tags of a log group. */
  LIST_LOG_GROUP_TAGS("logs", "1.1", "Logs_20140328.ListTagsForResource"),
  /** Lists resources with their tags. */
  GET_RESOURCES("tagging", "1.1", "ResourceGroupsTaggingAPI_20170126.GetResources"),
  /** Puts a message into a queue. */
  SEND_MESSAGE("sqs", "1.0", "AmazonSQS.SendMessage"),
  /** Takes messages out of a queue. */
  RECEIVE_MESSAGE("sqs", "1.0", "AmazonSQS.ReceiveMessage"),
  /** Removes a message that was taken. */
  DELETE_MESSAGE("sqs", "1.0", "AmazonSQS.DeleteMessage"),
  /** Gives a message that was taken back. */
  CHANGE_VISIBILITY("sqs", "1.0", "AmazonSQS.ChangeMessageVisibility");

  private final String service;
  private final String version;
  private final String target;

  AwsAction(String service, String version, String target) {
    this.service = service;
    this.version = version;
    this.target = target;
  }

  String service() {
    return service;
  }

  String version() {
    return version;
  }

  String target() {
    return target;
  }
}
