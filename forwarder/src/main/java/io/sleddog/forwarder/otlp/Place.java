package io.sleddog.forwarder.otlp;

/** Where the producers of a batch run. */
enum Place {
  /** On AWS, as all that the forwarder reads. */
  AWS {
    @Override
    Producer of(Producer producer) {
      return producer;
    }
  },
  /** Anywhere, such as the machine of a developer. */
  ANYWHERE {
    @Override
    Producer of(Producer producer) {
      return producer.elsewhere();
    }
  };

  /** The producer as it is described there. */
  abstract Producer of(Producer producer);
}
