package io.sleddog.forwarder.deliver;

import com.github.luben.zstd.ZstdCompressCtx;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Slice;

/** Zstandard; a class of its own, since the library unpacks its native code when it is loaded. */
final class Zstd {
  private final ZstdCompressCtx context = new ZstdCompressCtx();

  void compress(Slice body, int level, ByteWriter out) {
    context.setLevel(level);
    byte[] target = new byte[(int) com.github.luben.zstd.Zstd.compressBound(body.length())];
    int size =
        context.compressByteArray(
            target, 0, target.length, body.array(), body.offset(), body.length());
    out.write(target, 0, size);
  }
}
