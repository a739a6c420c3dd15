/**
 * What the forwarder can be told, as values without any CDK type: each setting with its variable,
 * its parameter in the template and the rule that its value must meet.
 */
@NullMarked
package io.sleddog.cdk.setting;

import org.jspecify.annotations.NullMarked;
