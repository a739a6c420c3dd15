package io.sleddog.forwarder.deliver;

/**
 * How a body is compressed.
 *
 * @param form the method
 * @param level how hard to try, as the method counts; of no meaning without a method
 */
public record Compression(Form form, int level) {
  /** Not at all. */
  public static final Compression NONE = new Compression(Form.NONE, 0);

  /** The methods, by the name of their content encoding. */
  public enum Form {
    /** As it is. */
    NONE(""),
    /** RFC 1952. */
    GZIP("gzip"),
    /** RFC 1950, which HTTP calls deflate. */
    DEFLATE("deflate"),
    /** RFC 8878. */
    ZSTD("zstd");

    private final String encoding;

    Form(String encoding) {
      this.encoding = encoding;
    }

    /** The value of {@code Content-Encoding}; empty if there is to be none. */
    public String encoding() {
      return encoding;
    }
  }
}
