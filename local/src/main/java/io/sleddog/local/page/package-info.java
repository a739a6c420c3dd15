/**
 * The web page: static files, a JSON API that reads the store, actions that want a token, and a
 * live stream.
 */
@NullMarked
package io.sleddog.local.page;

import org.jspecify.annotations.NullMarked;
