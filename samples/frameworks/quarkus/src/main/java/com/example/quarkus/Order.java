package com.example.quarkus;

/** What is asked for. */
public record Order(String bread) {}
