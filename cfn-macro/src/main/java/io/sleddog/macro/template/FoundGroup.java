package io.sleddog.macro.template;

import io.sleddog.plan.model.LogGroup;
import java.util.Optional;

/**
 * The log group of a function, and where the template declares it.
 *
 * @param group the group
 * @param id the logical id of its declaration, if there is one
 */
record FoundGroup(LogGroup group, Optional<String> id) {}
