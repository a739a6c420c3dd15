package io.sleddog.forwarder.parse;

import com.google.re2j.Pattern;

/** Names that CloudTrail gives its files; a class of its own, since few starts need a pattern. */
final class CloudTrailFile {
  static final Pattern NAME =
      Pattern.compile(
          "\\d+_CloudTrail(?:|-Digest|-Insight)_\\w{2}(?:|-gov|-cn)-\\w{4,9}-\\d_"
              + "(?:|.+)\\d{8}T\\d{4,6}Z(?:|.+).json.gz$",
          Pattern.CASE_INSENSITIVE);

  private CloudTrailFile() {}
}
