package io.sleddog.cli.command;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * An option that is a row of a table and not a field. A truth value may be left out, and is then
 * true.
 *
 * @param order where it stands in the help
 * @param name its name, with the hyphens
 * @param label what stands for its value in the help
 * @param type what its value has to be
 * @param description what it means
 */
public record SaidOption(int order, String name, String label, Class<?> type, String description) {
  /**
   * The option for a command.
   *
   * @param said is given the value as text; an empty text if there is none
   */
  public OptionSpec spec(Consumer<String> said) {
    OptionSpec.Builder option =
        OptionSpec.builder(name)
            .order(order)
            .type(type == Boolean.class ? String.class : type)
            .arity("1")
            .paramLabel(label)
            .description(description)
            .setter(setter(said));
    return type == Boolean.class
        ? option.arity("0..1").fallbackValue("true").converters(SaidOption::truth).build()
        : option.build();
  }

  /** Anything else after the option would be taken for a word that belongs to nothing. */
  private static String truth(String value) {
    String small = value.toLowerCase(Locale.ROOT);
    if (!small.equals("true") && !small.equals("false")) {
      throw new TypeConversionException("'" + value + "' is neither true nor false");
    }
    return small;
  }

  private static ISetter setter(Consumer<String> said) {
    return new ISetter() {
      @Override
      public <T> @Nullable T set(@Nullable T value) {
        said.accept(value == null ? "" : String.valueOf(value));
        return null;
      }
    };
  }
}
