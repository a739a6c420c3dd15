package io.sleddog.forwarder.config;

/**
 * How bodies are compressed.
 *
 * @param enabled whether bodies of logs and traces are compressed at all
 * @param zstd whether logs and traces are compressed by Zstandard; by gzip otherwise
 * @param level of the method, higher is smaller and slower
 * @param deflateLevel for metrics, which are always deflated
 */
public record CompressionSettings(boolean enabled, boolean zstd, int level, int deflateLevel) {
  private static final String KIND = "DD_LOGS_CONFIG_COMPRESSION_KIND";
  private static final String LEVEL = "DD_COMPRESSION_LEVEL";
  private static final int ZSTD_DEFAULT = 3;
  private static final int DEFLATE_DEFAULT = 6;

  static CompressionSettings from(Environment environment) {
    String kind = environment.text(KIND, "gzip").strip();
    boolean zstd = kind.equals("zstd");
    if (!zstd && !kind.equals("gzip")) {
      environment.warning(KIND, "is neither gzip nor zstd; it is taken for gzip");
    }
    int level = environment.nearest(LEVEL, zstd ? ZSTD_DEFAULT : DEFLATE_DEFAULT, 0, zstd ? 19 : 9);
    return new CompressionSettings(
        environment.flag("DD_USE_COMPRESSION", true), zstd, level, zstd ? DEFLATE_DEFAULT : level);
  }
}
