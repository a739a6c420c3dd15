package io.sleddog.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.Route;
import io.sleddog.local.model.Route.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
  private static final List<Route> ROUTES =
      List.of(
          Route.of(Source.HTTP, "ANY /files/{path+}", "files"),
          Route.of(Source.HTTP, "GET /orders/{id}", "orders"),
          Route.of(Source.HTTP, "GET /orders/open", "open"),
          Route.of(Source.HTTP, "ANY /orders/{id}", "any"),
          Route.of(Source.QUEUE, "GET /queue", "worker"));

  private static String found(RouteTable table, String method, String path) {
    return table
        .find(method, path)
        .map(call -> call.function() + " " + call.path() + " " + call.parameters())
        .orElse("nobody");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /orders/7 | orders /orders/7 {id=7}",
        "GET | /orders/a%20b | orders /orders/a%20b {id=a b}",
        "GET | /orders/%zz | orders /orders/%zz {id=%zz}",
        "GET | /orders/open | open /orders/open {}",
        "POST | /orders/7 | any /orders/7 {id=7}",
        "GET | /orders | nobody",
        "GET | /orders/7/items | nobody",
        "PUT | /files/a/b.txt | files /files/a/b.txt {path=a/b.txt}",
        "GET | /queue | nobody",
        "GET | /orders-2/x | orders-2 /x {}",
        "GET | /orders-2 | orders-2 / {}",
        "GET | / | nobody"
      })
  void find_aRequest_byRouteOrByName(String method, String path, String wanted) {
    assertThat(found(new RouteTable(ROUTES, List.of("orders-2", "files")), method, path))
        .isEqualTo(wanted);
  }

  @Test
  void find_oneFunctionOnly_takesEverything() {
    RouteTable table = new RouteTable(List.of(), List.of("shop"));

    assertThat(found(table, "GET", "/a/b")).isEqualTo("shop /a/b {}");
    assertThat(found(table, "GET", "/shop/b")).isEqualTo("shop /b {}");
  }

  @Test
  void find_theDefaultRoute_isTheLast() {
    RouteTable table =
        new RouteTable(
            List.of(
                Route.of(Source.HTTP, "$default", "rest"), Route.of(Source.HTTP, "GET /a", "a")),
            List.of("rest", "a"));

    assertThat(found(table, "GET", "/a")).isEqualTo("a /a {}");
    assertThat(found(table, "GET", "/b")).isEqualTo("rest /b {}");
  }
}
