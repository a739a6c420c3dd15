package io.sleddog.local.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function as its owner describes it.
 *
 * @param name the function's name; its log group is {@code /aws/lambda/} and this name
 * @param handler the handler text as AWS takes it, {@code pkg.Class} or {@code pkg.Class::method}
 * @param code a jar, a zip, or a folder with what AWS would have in {@code /var/task}
 * @param layers zips or folders with what AWS would have in {@code /opt}, lowest first
 * @param environment the variables its owner sets
 * @param memoryMb memory in MB; the heap gets 85 % of it, as on AWS
 * @param timeout the longest an invocation may take
 * @param logFormat how the platform's own lines and the function's logger write
 */
public record FunctionSpec(
    String name,
    String handler,
    Path code,
    List<Path> layers,
    Map<String, String> environment,
    int memoryMb,
    Duration timeout,
    LogFormat logFormat) {
  private static final int DEFAULT_MEMORY_MB = 512;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** Copies the collections. */
  public FunctionSpec {
    layers = List.copyOf(layers);
    environment = Map.copyOf(environment);
  }

  /** A function without layers and variables: 512 MB, 30 seconds, log format text. */
  public static FunctionSpec of(String name, String handler, Path code) {
    return new FunctionSpec(
        name,
        handler,
        code,
        List.of(),
        Map.of(),
        DEFAULT_MEMORY_MB,
        DEFAULT_TIMEOUT,
        LogFormat.TEXT);
  }

  /** The same function with another handler. */
  public FunctionSpec withHandler(String other) {
    return new FunctionSpec(name, other, code, layers, environment, memoryMb, timeout, logFormat);
  }

  /** The same function with other code. */
  public FunctionSpec withCode(Path other) {
    return new FunctionSpec(
        name, handler, other, layers, environment, memoryMb, timeout, logFormat);
  }

  /** The same function with these layers instead. */
  public FunctionSpec withLayers(List<Path> others) {
    return new FunctionSpec(name, handler, code, others, environment, memoryMb, timeout, logFormat);
  }

  /** The same function with more variables; one that is set already gets the new value. */
  public FunctionSpec withEnvironment(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new FunctionSpec(name, handler, code, layers, all, memoryMb, timeout, logFormat);
  }

  /** The same function with other limits. */
  public FunctionSpec withLimits(int otherMemoryMb, Duration otherTimeout) {
    return new FunctionSpec(
        name, handler, code, layers, environment, otherMemoryMb, otherTimeout, logFormat);
  }

  /** The same function with another log format. */
  public FunctionSpec withLogFormat(LogFormat other) {
    return new FunctionSpec(name, handler, code, layers, environment, memoryMb, timeout, other);
  }

  /** The name of its log group. */
  public String logGroup() {
    return "/aws/lambda/" + name;
  }

  /** Its ARN in the one account and region that exist here. */
  public String arn() {
    return Account.arn("lambda", "function:" + name);
  }
}
