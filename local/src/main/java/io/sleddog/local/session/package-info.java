/** What the functions wrote, held against what the intake received. */
@NullMarked
package io.sleddog.local.session;

import org.jspecify.annotations.NullMarked;
