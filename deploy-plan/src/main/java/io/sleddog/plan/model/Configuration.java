package io.sleddog.plan.model;

/**
 * What is set on a function besides its code.
 *
 * @param layers its layers
 * @param environment its environment variables
 * @param tags its AWS tags
 * @param tracing its X-Ray mode: {@code Active} or {@code PassThrough}
 */
record Configuration(Layers layers, Entries environment, Entries tags, Text tracing) {
  /** No layer, no variable, no tag, and X-Ray as the caller decides. */
  static Configuration plain() {
    return new Configuration(Layers.none(), Entries.none(), Entries.none(), Text.of("PassThrough"));
  }

  Configuration withLayers(Layers changed) {
    return new Configuration(changed, environment, tags, tracing);
  }

  Configuration withEnvironment(Entries changed) {
    return new Configuration(layers, changed, tags, tracing);
  }

  Configuration withTags(Entries changed) {
    return new Configuration(layers, environment, changed, tracing);
  }

  Configuration withTracing(Text changed) {
    return new Configuration(layers, environment, tags, changed);
  }
}
