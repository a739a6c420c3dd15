/** A warehouse that packs what it reads from an SQS queue. */
@NullMarked
package com.example.warehouse;

import org.jspecify.annotations.NullMarked;
