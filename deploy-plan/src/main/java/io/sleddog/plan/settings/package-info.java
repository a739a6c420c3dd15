/** What the user wants: the settings that construct, macro and CLI translate their own words to. */
@NullMarked
package io.sleddog.plan.settings;

import org.jspecify.annotations.NullMarked;
