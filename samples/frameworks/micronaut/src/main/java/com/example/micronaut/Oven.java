package com.example.micronaut;

import jakarta.inject.Singleton;

/** Bakes; made and handed out by Micronaut. */
@Singleton
public class Oven {
  Loaf bake(String bread) {
    if (bread.equals("stone")) {
      throw new IllegalArgumentException("cannot bake a stone");
    }
    return new Loaf(bread, 750);
  }
}
