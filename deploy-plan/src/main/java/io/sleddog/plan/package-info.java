/** The rules of deployment: a function as it is and the settings give the changes to make. */
@NullMarked
package io.sleddog.plan;

import org.jspecify.annotations.NullMarked;
