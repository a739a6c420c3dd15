/** The seam to the JSON library, and the byte buffer that all bodies are written into. */
@NullMarked
package io.sleddog.forwarder.json;

import org.jspecify.annotations.NullMarked;
