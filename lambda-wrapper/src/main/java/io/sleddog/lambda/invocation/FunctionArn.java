package io.sleddog.lambda.invocation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an invoked function's ARN: {@code
 * arn:aws:lambda:region:account:function:name[:alias]}.
 */
public final class FunctionArn {
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;
  private static final int NAME = 6;
  private static final int QUALIFIER = 7;

  private final String text;
  private final String[] parts;
  private final String unqualified;

  private FunctionArn(String text, String[] parts) {
    this.text = text;
    this.parts = parts;
    String qualifier = qualifier();
    int end = qualifier == null ? text.length() : text.length() - qualifier.length() - 1;
    unqualified = text.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** Reads an ARN; null if it is absent or has not seven or eight parts. */
  public static @Nullable FunctionArn tryParse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String[] parts = text.split(":", -1);
    return parts.length == NAME + 1 || parts.length == QUALIFIER + 1
        ? new FunctionArn(text, parts)
        : null;
  }

  /** The same; mostly it is one that is {@code known} already. */
  public static @Nullable FunctionArn tryParse(@Nullable String text, @Nullable FunctionArn known) {
    return known != null && known.text.equals(text) ? known : tryParse(text);
  }

  /** The ARN as it was given. */
  public String text() {
    return text;
  }

  /** The ARN in lower case without the qualifier. */
  public String unqualified() {
    return unqualified;
  }

  /** For example {@code us-east-1}. */
  public String region() {
    return parts[REGION];
  }

  /** The account's number. */
  public String account() {
    return parts[ACCOUNT];
  }

  /** The function's name. */
  public String name() {
    return parts[NAME];
  }

  /** The version or alias behind the name, or null. */
  public @Nullable String qualifier() {
    return parts.length > QUALIFIER ? parts[QUALIFIER] : null;
  }
}
