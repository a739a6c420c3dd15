package io.sleddog.macro.expression;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What CloudFormation looks up in a text while it deploys: <code>{{resolve:ssm:/name}}</code>. It
 * stands in the text itself, yet nobody knows before what it will be.
 */
final class DynamicReference {
  private static final Pattern BRACES = Pattern.compile("\\{\\{(resolve:[^{}]*)}}");

  private DynamicReference() {}

  /** A text with a hole for each reference. */
  static Text parse(String text) {
    List<Text> pieces = new ArrayList<>();
    Matcher braces = BRACES.matcher(text);
    int from = 0;
    while (braces.find()) {
      pieces.add(Text.of(text.substring(from, braces.start())));
      pieces.add(Text.hole(TextNode.valueOf(braces.group()), braces.group(1)));
      from = braces.end();
    }
    pieces.add(Text.of(text.substring(from)));
    return Text.join(pieces);
  }

  /** The text with its references as they stand in a template. */
  static Text unfold(Text text) {
    List<Text> pieces = new ArrayList<>();
    for (Text.Part part : text.parts()) {
      if (part instanceof Text.Hole hole && hole.source() instanceof TextNode reference) {
        pieces.add(Text.of(reference.asText()));
      } else if (part instanceof Text.Hole hole) {
        pieces.add(
            hole.value() == null
                ? Text.hole(hole.source(), hole.label())
                : Text.hole(hole.source(), hole.label(), hole.value()));
      } else {
        pieces.add(Text.of(((Text.Literal) part).text()));
      }
    }
    return Text.join(pieces);
  }
}
