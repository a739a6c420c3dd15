package io.sleddog.cdk.forwarder;

import java.util.function.Consumer;
import software.amazon.awscdk.services.iam.IGrantable;

/**
 * How one function reads the API key.
 *
 * @param variable the environment variable that says where the key is
 * @param value that variable's value
 * @param grant lets a role read the key
 */
record KeyAccess(String variable, String value, Consumer<IGrantable> grant) {}
