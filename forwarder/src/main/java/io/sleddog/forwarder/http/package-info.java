/** HTTP requests and answers, over connections that are kept. */
@NullMarked
package io.sleddog.forwarder.http;

import org.jspecify.annotations.NullMarked;
