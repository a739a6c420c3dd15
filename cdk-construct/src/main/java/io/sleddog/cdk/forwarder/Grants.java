package io.sleddog.cdk.forwarder;

import java.util.List;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** Statements added to a role, each with an id that says what it is for. */
final class Grants {
  private Grants() {}

  static void allow(IGrantable grantee, String id, String resource, String... actions) {
    grantee.getGrantPrincipal().addToPrincipalPolicy(statement(id, resource, actions));
  }

  static PolicyStatement statement(String id, String resource, String... actions) {
    return PolicyStatement.Builder.create()
        .sid(id)
        .actions(List.of(actions))
        .resources(List.of(resource))
        .build();
  }
}
