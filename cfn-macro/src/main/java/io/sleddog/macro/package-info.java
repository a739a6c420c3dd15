/** The CloudFormation macro: template in, instrumented template out. */
@NullMarked
package io.sleddog.macro;

import org.jspecify.annotations.NullMarked;
