/** An intake on the loopback address that records and decodes what a forwarder delivers. */
@NullMarked
package io.sleddog.local.intake;

import org.jspecify.annotations.NullMarked;
