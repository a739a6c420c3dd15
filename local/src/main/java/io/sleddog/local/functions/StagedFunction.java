package io.sleddog.local.functions;

import io.sleddog.local.model.FunctionSpec;
import java.nio.file.Path;

/**
 * A function whose code lies unpacked on disk.
 *
 * @param spec the function
 * @param taskRoot what AWS has in {@code /var/task}, with the layers' jars in its {@code lib}
 * @param opt what AWS has in {@code /opt}: the layers, one over the other
 */
public record StagedFunction(FunctionSpec spec, Path taskRoot, Path opt) {}
