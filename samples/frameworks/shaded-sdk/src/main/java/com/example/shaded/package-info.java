/** A bakery whose AWS SDK stands under another name. */
@NullMarked
package com.example.shaded;

import org.jspecify.annotations.NullMarked;
