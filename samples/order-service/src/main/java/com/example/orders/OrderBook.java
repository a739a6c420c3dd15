package com.example.orders;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The orders that this execution environment has taken; they live as long as it does. */
final class OrderBook {
  private final AtomicInteger last = new AtomicInteger(1000);
  private final Map<String, String> products = new ConcurrentHashMap<>();

  String place(String product) {
    String id = "order-" + last.incrementAndGet();
    products.put(id, product);
    return id;
  }

  Optional<String> find(String id) {
    return Optional.ofNullable(products.get(id));
  }
}
