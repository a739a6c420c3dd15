package com.example.micronaut;

import io.micronaut.core.annotation.Introspected;

/** What is given. */
@Introspected
public record Loaf(String bread, int grams) {}
