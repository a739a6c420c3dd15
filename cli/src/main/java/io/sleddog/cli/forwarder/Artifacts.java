package io.sleddog.cli.forwarder;

import io.sleddog.cli.replay.Sink;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The forwarder that belongs to this program; looked for only if it is needed.
 *
 * @param zip the file with its code
 * @param template the file with its CloudFormation template
 * @param local opens it on this machine with variables of its own, and an intake behind it
 */
public record Artifacts(
    Supplier<Path> zip, Supplier<Path> template, Function<Map<String, String>, Sink> local) {}
