package com.example.quarkus;

/** What is given. */
public record Loaf(String bread, int grams) {}
