package io.sleddog.cli.command;

import io.sleddog.cli.screen.ColorMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that every command takes which speaks to AWS. */
public final class CommonOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--json", order = 90, description = "Write the result as one JSON object.")
  private boolean isJson;

  @Option(
      names = "--color",
      order = 91,
      paramLabel = "WHEN",
      description = "Use colours: auto, always or never; auto by default.")
  private ColorMode color = ColorMode.AUTO;

  @Option(names = "--verbose", order = 92, description = "Say which calls of AWS are made.")
  private boolean isVerbose;

  @Option(
      names = {"-y", "--yes"},
      order = 93,
      description = "Answer every question with yes.")
  private boolean isYes;

  @Option(
      names = "--timeout",
      order = 94,
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "How long to wait for AWS to carry a change out, such as 90s; 5m by default.")
  private Duration timeout = Duration.ofMinutes(5);

  /** Read by picocli. */
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-h", "--help"},
      order = 99,
      usageHelp = true,
      description = "Show this help.")
  private boolean isHelp;

  /** How a time is written: a number and {@code s}, {@code m}, {@code h} or {@code d}. */
  public static final class TimeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      if (!text.matches("\\d{1,9}[smhd]")) {
        throw new TypeConversionException("'" + text + "' is no time such as 90s, 5m, 2h or 1d");
      }
      long number = Long.parseLong(text.substring(0, text.length() - 1));
      return switch (text.charAt(text.length() - 1)) {
        case 's' -> Duration.ofSeconds(number);
        case 'm' -> Duration.ofMinutes(number);
        case 'h' -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    }
  }

  /** Starts the run of the command that these options belong to. */
  public Run start(Session session) {
    String name = command == null ? "" : command.qualifiedName().replaceFirst("^\\S+ ", "");
    return new Run(session, name, new Run.Manner(color, isJson, isVerbose, isYes, timeout));
  }
}
