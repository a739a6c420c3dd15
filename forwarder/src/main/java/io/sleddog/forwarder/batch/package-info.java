/** Items to request bodies that keep the limits of their intake; each item is measured once. */
@NullMarked
package io.sleddog.forwarder.batch;

import org.jspecify.annotations.NullMarked;
