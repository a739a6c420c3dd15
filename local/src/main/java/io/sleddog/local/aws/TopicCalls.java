package io.sleddog.local.aws;

import io.sleddog.local.model.Route;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** SNS, in the query protocol: a form in, XML out. */
final class TopicCalls {
  private static final String SPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
  private static final String ENTRIES = "PublishBatchRequestEntries.member.";

  private final Switchboard switchboard;

  TopicCalls(Switchboard switchboard) {
    this.switchboard = switchboard;
  }

  String answer(Map<String, String> form) {
    String action = form.getOrDefault("Action", "");
    String result =
        switch (action) {
          case "Publish" -> "<MessageId>" + publish(form, "", topic(form)) + "</MessageId>";
          case "PublishBatch" -> publishBatch(form);
          default -> throw AwsRefusal.notServed("SNS " + action);
        };
    return response(action, "<" + action + "Result>" + result + "</" + action + "Result>");
  }

  private static String response(String action, String content) {
    return "<"
        + action
        + "Response xmlns=\""
        + SPACE
        + "\">"
        + content
        + "<ResponseMetadata><RequestId>"
        + UUID.randomUUID()
        + "</RequestId></ResponseMetadata></"
        + action
        + "Response>";
  }

  static String error(AwsRefusal refusal) {
    return "<ErrorResponse xmlns=\""
        + SPACE
        + "\"><Error><Type>Sender</Type><Code>"
        + refusal.code()
        + "</Code><Message>"
        + escaped(String.valueOf(refusal.getMessage()))
        + "</Message></Error></ErrorResponse>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String topic(Map<String, String> form) {
    String arn = form.getOrDefault("TopicArn", form.getOrDefault("TargetArn", ""));
    if (arn.isEmpty()) {
      throw new AwsRefusal("InvalidParameter", "Invalid parameter: TopicArn or TargetArn");
    }
    return Route.nameIn(arn);
  }

  private String publishBatch(Map<String, String> form) {
    StringBuilder successful = new StringBuilder("<Failed/><Successful>");
    for (int i = 1; form.containsKey(ENTRIES + i + ".Id"); i++) {
      String at = ENTRIES + i + ".";
      String id = publish(form, at, topic(form));
      String entry = escaped(form.getOrDefault(at + "Id", ""));
      successful.append("<member><Id>").append(entry).append("</Id><MessageId>");
      successful.append(id).append("</MessageId></member>");
    }
    return successful.append("</Successful>").toString();
  }

  private String publish(Map<String, String> form, String at, String topic) {
    String id = UUID.randomUUID().toString();
    Message content =
        new Message(form.getOrDefault(at + "Message", ""), attributes(form, at), Map.of());
    switchboard.publish(
        new Notification(id, topic, form.get(at + "Subject"), content, switchboard.now()));
    return id;
  }

  private static Map<String, Attribute> attributes(Map<String, String> form, String at) {
    Map<String, Attribute> attributes = new TreeMap<>();
    for (int i = 1; ; i++) {
      String entry = at + "MessageAttributes.entry." + i + ".";
      String name = form.get(entry + "Name");
      if (name == null) {
        return attributes;
      }
      String type = form.getOrDefault(entry + "Value.DataType", "String");
      String value = type.startsWith("Binary") ? "Value.BinaryValue" : "Value.StringValue";
      attributes.put(name, new Attribute(type, form.getOrDefault(entry + value, "")));
    }
  }
}
