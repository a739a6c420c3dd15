package io.sleddog.local;

import io.sleddog.local.functions.BundledParts;
import io.sleddog.local.runtime.RuntimeClient;
import java.nio.file.Path;

/** What travels inside the program, by name. */
final class Parts {
  private final BundledParts bundled;

  Parts(Path cache) {
    this.bundled = new BundledParts(cache);
  }

  RuntimeClient runtimeClient() {
    return new RuntimeClient(bundled.folder("runtime"));
  }

  Path layer() {
    return bundled.file("layer/sleddog-layer.zip");
  }

  Path forwarder() {
    return bundled.file("forwarder/forwarder.zip");
  }

  Path sample(String name) {
    return bundled.file("samples/" + name + ".jar");
  }
}
