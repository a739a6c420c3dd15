package io.sleddog.cli.sdk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request of EC2: members as the fields of a form, lists with numbers in the names. */
final class QueryForm {
  private static final String VERSION = "2016-11-15";

  private final List<String> fields = new ArrayList<>();

  private QueryForm() {}

  /**
   * The form of a call.
   *
   * @param input its members, named as in the API; lists in it are named in the plural
   */
  static String of(String operation, Map<String, ?> input) {
    QueryForm form = new QueryForm();
    form.add("Action", operation);
    form.add("Version", VERSION);
    input.forEach(form::add);
    return String.join("&", form.fields);
  }

  private void add(String name, Object value) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        add(name.replaceFirst("s$", "") + "." + (i + 1), list.get(i));
      }
    } else if (value instanceof Map<?, ?> members) {
      members.forEach((key, member) -> add(name + "." + key, member));
    } else {
      fields.add(name + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8));
    }
  }
}
