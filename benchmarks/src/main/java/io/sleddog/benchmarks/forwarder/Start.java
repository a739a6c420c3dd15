package io.sleddog.benchmarks.forwarder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the forwarder is started.
 *
 * @param task the folder of its code
 * @param wrapper a script in it that starts the runtime, as {@code AWS_LAMBDA_EXEC_WRAPPER} has it;
 *     empty for none
 * @param flags for the JVM, beside those of the managed runtime
 * @param environment the variables that the user sets
 */
record Start(Path task, String wrapper, List<String> flags, Map<String, String> environment) {
  /** The same with another flag. */
  Start withFlag(String flag) {
    List<String> more = new ArrayList<>(flags);
    more.add(flag);
    return new Start(task, wrapper, more, environment);
  }

  /** The same with another variable. */
  Start with(String name, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value);
    return new Start(task, wrapper, flags, more);
  }
}
