package io.sleddog.cli;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends with its exit status.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    Surroundings surroundings = Surroundings.ofProcess();
    System.exit(new Program(surroundings, surroundings.session()).run(arguments));
  }
}
