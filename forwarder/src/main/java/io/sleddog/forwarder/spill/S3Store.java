package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.aws.AwsException;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects below {@code failed_events/FUNCTION/} of a bucket. */
final class S3Store implements Store {
  private static final int MOST_BYTES = 32 << 20;
  private static final String ROOT = "failed_events/";

  private final S3Client s3;
  private final String bucket;
  private final String folder;

  S3Store(S3Client s3, String bucket, String functionName) {
    this.s3 = s3;
    this.bucket = bucket;
    this.folder = ROOT + functionName + "/";
  }

  @Override
  public int mostBytes() {
    return MOST_BYTES;
  }

  @Override
  public void put(String name, byte[] document, Deadline deadline) throws IOException {
    s3.put(bucket, folder + name, document, deadline);
  }

  @Override
  public boolean quarantine(String name, byte[] document, Deadline deadline) throws IOException {
    s3.put(bucket, folder + "quarantine/" + name, document, deadline);
    return true;
  }

  @Override
  public Cursor open(String vendorName) {
    return new Keys(List.of(folder, ROOT + vendorName + "/"));
  }

  @Override
  public void replace(Entry entry, byte[] document, Deadline deadline) throws IOException {
    s3.put(bucket, entry.handle(), document, deadline);
  }

  @Override
  public void remove(Entry entry, Deadline deadline) throws IOException {
    s3.delete(bucket, entry.handle(), deadline);
  }

  /** Where documents of one kind are. */
  private record Place(String folder, Kind kind) {
    String prefix() {
      return folder + kind.text() + "/";
    }
  }

  /** Goes from page to page of keys, folder by folder, and reads one object at a time. */
  private final class Keys implements Cursor {
    private final Deque<Place> places = new ArrayDeque<>();
    private final Deque<String> page = new ArrayDeque<>();
    private String last = "";

    Keys(List<String> folders) {
      for (String each : folders) {
        for (Kind kind : Kind.values()) {
          places.add(new Place(each, kind));
        }
      }
    }

    @Override
    public @Nullable Entry next(Deadline deadline) throws IOException {
      while (!places.isEmpty()) {
        Place place = places.element();
        if (page.isEmpty()) {
          page.addAll(s3.keys(bucket, place.prefix(), last, deadline));
        }
        if (page.isEmpty()) {
          places.remove();
          last = "";
        } else {
          last = page.remove();
          Entry entry = read(place, last, deadline);
          if (entry != null) {
            return entry;
          }
        }
      }
      return null;
    }

    private @Nullable Entry read(Place place, String key, Deadline deadline) throws IOException {
      try (InputStream object = s3.open(bucket, key, "", deadline)) {
        return new Entry(
            key.substring(place.folder().length()), key, Slice.of(object.readAllBytes()));
      } catch (AwsException e) {
        if (e.isMissing()) {
          return null; // another invocation has just delivered it
        }
        throw e;
      }
    }
  }
}
