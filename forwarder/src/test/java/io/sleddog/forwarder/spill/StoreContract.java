package io.sleddog.forwarder.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.AwsException;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Deadlines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store promises. */
abstract class StoreContract {
  final FakeAws aws = new FakeAws();
  private final Store store = store(client(aws), "orders");

  abstract Store store(AwsClient client, String function);

  static AwsClient client(FakeAws aws) {
    Map<String, String> environment =
        Map.of(
            "DD_API_KEY", "0123456789abcdef0123456789abcdef",
            "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
            "AWS_REGION", "us-east-1",
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test");
    ForwarderConfig config = ForwarderConfig.from(environment);
    return new AwsClient(config.aws(), aws, Clock.systemUTC(), millis -> {});
  }

  @Test
  void next_manyDocuments_givesEachOnce() throws IOException {
    for (int i = 0; i < 5; i++) {
      put("logs/" + i, "document \"é\" " + i);
    }
    put("traces/1", "t");

    assertThat(all(store))
        .containsExactly(
            "logs/0=document \"é\" 0",
            "logs/1=document \"é\" 1",
            "logs/2=document \"é\" 2",
            "logs/3=document \"é\" 3",
            "logs/4=document \"é\" 4",
            "traces/1=t");
  }

  @Test
  void remove_entry_leavesTheOthers() throws IOException {
    put("logs/1", "one");
    put("logs/2", "two");
    Store.Entry first = store.open("vendor").next(Deadlines.far());
    assertThat(first).isNotNull();

    store.remove(first, Deadlines.far());

    assertThat(all(store)).containsExactly("logs/2=two");
  }

  @Test
  void replace_entry_comesBackLaterOnly() throws IOException {
    put("logs/1", "old");
    Store.Cursor cursor = store.open("vendor");
    Store.Entry entry = cursor.next(Deadlines.far());
    assertThat(entry).isNotNull();

    store.replace(entry, "new".getBytes(StandardCharsets.UTF_8), Deadlines.far());

    assertThat(cursor.next(Deadlines.far())).isNull();
    assertThat(all(store)).containsExactly("logs/1=new");
  }

  @Test
  void quarantine_document_isNotFoundAgain() throws IOException {
    boolean kept = store.quarantine("logs/1", new byte[] {'x'}, Deadlines.far());

    assertThat(kept).isTrue();
    assertThat(aws.objects).containsEntry("failed_events/orders/quarantine/logs/1", "x");
    assertThat(all(store)).isEmpty();
  }

  @Test
  void next_documentOfAnotherFunction_isLeftAlone() throws IOException {
    store(client(aws), "other").put("logs/1", new byte[] {'x'}, Deadlines.far());

    assertThat(all(store)).isEmpty();
    assertThat(all(store(client(aws), "other"))).containsExactly("logs/1=x");
  }

  @Test
  void put_serviceRefuses_says() {
    aws.refuse(403, "AccessDenied");

    assertThatThrownBy(() -> put("logs/1", "x"))
        .isInstanceOf(AwsException.class)
        .hasMessageContaining("403, AccessDenied");
  }

  private void put(String name, String document) throws IOException {
    store.put(name, document.getBytes(StandardCharsets.UTF_8), Deadlines.far());
  }

  private List<String> all(Store from) throws IOException {
    aws.showAll();
    List<String> all = new ArrayList<>();
    Store.Cursor cursor = from.open("vendor");
    for (Store.Entry entry; (entry = cursor.next(Deadlines.far())) != null; ) {
      all.add(entry.name() + "=" + entry.document().text());
    }
    return all;
  }
}
