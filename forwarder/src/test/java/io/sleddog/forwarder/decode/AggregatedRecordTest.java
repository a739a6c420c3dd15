package io.sleddog.forwarder.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sleddog.forwarder.aws.Hashes;
import io.sleddog.forwarder.model.Slice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What producers of Kinesis join: a table of keys, then records that point into it. */
class AggregatedRecordTest {
  private static final byte[] KEY = field(1, bytes("a partition key"));
  private static final byte[] HASH_KEY = field(2, bytes("123"));

  static Stream<Arguments> aggregates() {
    byte[] two = joined(KEY, HASH_KEY, record("one"), record("second"));
    return Stream.of(
        arguments("two records", aggregate(two), List.of("one", "second")),
        arguments("a long one", aggregate(record("x".repeat(300))), List.of("x".repeat(300))),
        arguments("an empty one", aggregate(record("")), List.of("")),
        arguments("records first", aggregate(joined(record("one"), KEY)), List.of("one")),
        arguments("no records", aggregate(KEY), List.of()),
        arguments("nothing", aggregate(new byte[0]), List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("aggregates")
  void split_aggregate_givesItsRecords(String name, byte[] data, List<String> records) {
    assertThat(AggregatedRecord.split(data)).extracting(Slice::text).isEqualTo(records);
  }

  static Stream<Arguments> others() {
    byte[] good = aggregate(record("one"));
    return Stream.of(
        arguments("nothing", new byte[0]),
        arguments("text", bytes("just a text that is long enough to hold a sum")),
        arguments("the start alone", Arrays.copyOf(good, 4)),
        arguments("the start and a part of the sum", Arrays.copyOf(good, 19)),
        arguments("cut off", Arrays.copyOf(good, good.length - 1)),
        arguments("another sum", changed(good, good.length - 1)),
        arguments("another start", changed(good, 0)),
        arguments("no protobuf", aggregate(bytes("no protobuf"))),
        arguments("a number without an end", aggregate(new byte[] {8, -1})),
        arguments("a number of eleven bytes", aggregate(endless(11))),
        arguments("longer than the record", aggregate(new byte[] {26, 100, 1})),
        arguments("of negative length", aggregate(joined(new byte[] {26}, endless(9), one()))),
        arguments("a record that is broken", aggregate(field(3, new byte[] {26, 5, 1}))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void split_anythingElse_isOneRecordAsItCame(String name, byte[] data) {
    assertThat(AggregatedRecord.split(data))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.offset()).isZero();
              assertThat(record.length()).isEqualTo(data.length);
            });
  }

  @Test
  void split_everyByteChanged_neverFails() {
    byte[] good = aggregate(joined(KEY, record("one"), record("two")));

    for (int i = 0; i < good.length; i++) {
      assertThat(AggregatedRecord.split(changed(good, i))).isNotEmpty();
    }
  }

  private static byte[] record(String data) {
    return field(3, joined(new byte[] {8, 0, 16, 1}, field(3, bytes(data))));
  }

  private static byte[] aggregate(byte[] message) {
    byte[] magic = {(byte) 0xf3, (byte) 0x89, (byte) 0x9a, (byte) 0xc2};
    return joined(magic, message, Hashes.md5(Slice.of(message)));
  }

  private static byte[] field(int number, byte[] content) {
    int length = content.length;
    byte[] head =
        length < 128
            ? new byte[] {(byte) (number << 3 | 2), (byte) length}
            : new byte[] {(byte) (number << 3 | 2), (byte) (length | 128), (byte) (length >> 7)};
    return joined(head, content);
  }

  private static byte[] endless(int length) {
    byte[] number = new byte[length];
    Arrays.fill(number, (byte) -1);
    return number;
  }

  private static byte[] one() {
    return new byte[] {1};
  }

  private static byte[] changed(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= 0x55;
    return changed;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
