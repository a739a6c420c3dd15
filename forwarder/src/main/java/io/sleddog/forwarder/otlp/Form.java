package io.sleddog.forwarder.otlp;

import io.sleddog.forwarder.model.Slice;

/**
 * Writes a message of the OpenTelemetry protocol; each field is named by its number and its JSON
 * name. A field that has its default value is left out unless it says otherwise.
 */
interface Form {

  /** Begins a field that repeats. */
  void list(String name);

  /** Ends it. */
  void endList();

  /** Begins a message in a field, or in the list that was begun. */
  void begin(int field, String name);

  /** Ends it. */
  void end();

  /** A text. */
  void text(int field, String name, String value);

  /** An id in bytes, given as hexadecimal digits. */
  void id(int field, String name, String hex);

  /** A number of 64 bits of fixed length. */
  void fixed64(int field, String name, long value);

  /** A number of 32 bits of fixed length. */
  void fixed32(int field, String name, int value);

  /** An enumeration, or a number that is never negative. */
  void number(int field, String name, int value);

  /** A number that may be negative. */
  void signed(int field, String name, int value);

  /** A decimal number, whatever its value. */
  void decimal(int field, String name, double value);

  /** A list of numbers. */
  void counts(int field, String name, long[] values);

  /** The message's value is a text, whatever it is. */
  void textValue(String value);

  /** The message's value is a truth value. */
  void boolValue(boolean value);

  /** The message's value is an integer. */
  void intValue(long value);

  /** The message's value is a decimal number. */
  void doubleValue(double value);

  /** What was written. */
  Slice bytes();
}
