/**
 * The forwarder as one plain CloudFormation template, made of the construct's own parts: each
 * parameter of Datadog's template keeps its name and meaning, each resource its logical id.
 */
@NullMarked
package io.sleddog.cdk.template;

import org.jspecify.annotations.NullMarked;
