/** Adds to a record what its own content says: tags, service and host. */
@NullMarked
package io.sleddog.forwarder.enrich;

import org.jspecify.annotations.NullMarked;
