/** What no intake took: kept in S3 or SQS, and sent again when the retry event asks for it. */
@NullMarked
package io.sleddog.forwarder.spill;

import org.jspecify.annotations.NullMarked;
