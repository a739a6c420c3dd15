package io.sleddog.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where in an event the trigger's producer puts its trace context. */
enum Place {
  NONE {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      throw new IllegalStateException("This event has no place for a trace context");
    }
  },
  HEADERS {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      context.forEach(event.withObject("/headers")::put);
    }
  },
  ALL_HEADERS {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      HEADERS.put(event, context);
      ObjectNode lists = event.withObject("/multiValueHeaders");
      context.forEach((name, value) -> lists.putArray(name).add(value));
    }
  },
  HEADER_LISTS {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      ObjectNode lists = event.withObject("/headers");
      context.forEach((name, value) -> lists.putArray(name).add(value));
    }
  },
  REQUEST_HEADERS {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      HEADERS.put(event.withObject("/request"), context);
    }
  },
  TOP_HEADERS {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      HEADERS.put(event, context);
    }
  },
  SQS_ATTRIBUTE {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      ObjectNode attribute = first(event).withObject("/messageAttributes/_datadog");
      attribute.put("stringValue", text(context)).put("dataType", "String");
      attribute.putArray("stringListValues");
      attribute.putArray("binaryListValues");
    }
  },
  SNS_ATTRIBUTE {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      putAttribute(first(event).withObject("/Sns"), context);
    }
  },
  SNS_IN_SQS {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      within(first(event), "body", body -> putAttribute(body, context));
    }
  },
  DETAIL {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      context.forEach(event.withObject("/detail/_datadog")::put);
    }
  },
  DETAIL_IN_SQS {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      within(
          first(event),
          "body",
          body -> {
            DETAIL.put(body, context);
            return body;
          });
    }
  },
  KINESIS_DATA {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      ObjectNode record = first(event).withObject("/kinesis");
      byte[] data = Base64.getDecoder().decode(record.path("data").asText());
      ObjectNode sent = (ObjectNode) Json.parse(data);
      context.forEach(sent.withObject("/_datadog")::put);
      record.put("data", base64(Json.write(sent)));
    }
  },
  KAFKA_HEADERS {
    @Override
    void put(ObjectNode event, Map<String, String> context) {
      ObjectNode record = (ObjectNode) event.path("records").iterator().next().path(0);
      for (Map.Entry<String, String> header : context.entrySet()) {
        var bytes = record.withArray("/headers").addObject().putArray(header.getKey());
        for (byte one : header.getValue().getBytes(StandardCharsets.UTF_8)) {
          bytes.add(one);
        }
      }
    }
  };

  static Place of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Puts the context there. */
  abstract void put(ObjectNode event, Map<String, String> context);

  private static ObjectNode first(ObjectNode event) {
    return (ObjectNode) event.path("Records").path(0);
  }

  private static ObjectNode putAttribute(ObjectNode message, Map<String, String> context) {
    message
        .withObject("/MessageAttributes/_datadog")
        .put("Type", "Binary")
        .put("Value", base64(text(context)));
    return message;
  }

  private static void within(ObjectNode holder, String name, UnaryOperator<ObjectNode> change) {
    ObjectNode inner = (ObjectNode) Json.parse(holder.path(name).asText());
    holder.put(name, Json.write(change.apply(inner)));
  }

  private static String text(Map<String, String> context) {
    ObjectNode headers = Json.object();
    context.forEach(headers::put);
    return Json.write(headers);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
