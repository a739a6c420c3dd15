package io.sleddog.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "internal | a=b                                        | internal            | name        | custom",
        "producer | a=b                                        | producer            | name        | custom",
        "server   | http.request.method=GET;http.route=/a/{id} | http.server.request | GET /a/{id} | web",
        "server   | http.method=POST                           | http.server.request | POST        | web",
        "server   | http.request.method=_OTHER                 | http.server.request | HTTP        | web",
        "client   | http.request.method=GET;url.template=/b    | http.client.request | GET /b      | http",
        "internal | http.request.method=GET                    | internal            | GET         | custom",
        "client   | db.system=postgresql;db.statement=SELECT 1 | postgresql.query    | SELECT 1    | sql",
        "client   | db.system.name=redis;db.query.text=GET a   | redis.query         | GET a       | redis",
        "client   | db.system=couchbase                        | couchbase.query     | name        | db",
        "consumer | messaging.system=kafka;messaging.operation.type=process;messaging.destination.name=t"
            + " | kafka.process | process t | custom",
        "client   | rpc.system=aws-api;rpc.service=S3;rpc.method=GetObject | aws.s3.request | GetObject S3 | http",
        "client   | rpc.system=aws-api                         | aws.client.request  | name        | http",
        "server   | rpc.system=grpc;rpc.method=m;rpc.service=s | grpc.server.request | m s         | web",
        "client   | faas.invoked_name=f;faas.invoked_provider=aws | aws.f.invoke     | name        | http",
        "server   | graphql.operation.type=query;graphql.operation.name=menu"
            + " | graphql.server.request | query menu | web",
        "client   | network.protocol.name=AMQP                 | amqp.client.request | name        | http",
        "server   | a=                                         | server.request      | name        | web",
        "server   | operation.name=o;resource.name=r;span.type=t | o                 | r           | t",
        "client   | http.request.method=;db.system=            | client.request      | name        | http",
      })
  void words_ofAnySpan_becomeDatadogs(
      String kind, String attributes, String operation, String resource, String type) {
    Words words = new Words(EndedSpan.of(kind, attributes));
    assertThat(Operations.of(words)).isEqualTo(operation);
    assertThat(Resources.of(words)).isEqualTo(resource);
    assertThat(Types.of(words)).isEqualTo(type);
  }
}
