/** A bakery with Powertools for AWS Lambda. */
@NullMarked
package com.example.powertools;

import org.jspecify.annotations.NullMarked;
