/** Functions and fakes for this module's tests. */
package io.sleddog.local.testing;
