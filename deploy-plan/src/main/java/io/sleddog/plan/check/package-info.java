/** What AWS or Datadog would refuse later, or accept and never act on, refused before. */
@NullMarked
package io.sleddog.plan.check;

import org.jspecify.annotations.NullMarked;
