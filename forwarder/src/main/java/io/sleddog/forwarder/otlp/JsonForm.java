package io.sleddog.forwarder.otlp;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Slice;
import java.util.ArrayDeque;
import java.util.Deque;

/** The form in JSON: ids in hexadecimal, numbers of 64 bits as texts. */
final class JsonForm implements Form {
  private final ByteWriter out = new ByteWriter(1 << 16);
  private final Deque<Boolean> inList = new ArrayDeque<>();

  JsonForm() {
    out.write('{');
    inList.push(false);
  }

  @Override
  public void list(String name) {
    name(name);
    out.write('[');
    inList.push(true);
  }

  @Override
  public void endList() {
    out.write(']');
    inList.pop();
  }

  @Override
  public void begin(int field, String name) {
    if (inList.element()) {
      comma();
    } else {
      name(name);
    }
    out.write('{');
    inList.push(false);
  }

  @Override
  public void end() {
    out.write('}');
    inList.pop();
  }

  @Override
  public void text(int field, String name, String value) {
    if (!value.isEmpty()) {
      name(name);
      out.string(value);
    }
  }

  @Override
  public void id(int field, String name, String hex) {
    text(field, name, hex);
  }

  @Override
  public void fixed64(int field, String name, long value) {
    if (value != 0) {
      name(name);
      out.string(Long.toUnsignedString(value));
    }
  }

  @Override
  public void fixed32(int field, String name, int value) {
    number(field, name, value);
  }

  @Override
  public void number(int field, String name, int value) {
    if (value != 0) {
      name(name);
      out.text(Integer.toString(value));
    }
  }

  @Override
  public void signed(int field, String name, int value) {
    number(field, name, value);
  }

  @Override
  public void decimal(int field, String name, double value) {
    name(name);
    out.text(Double.toString(value));
  }

  @Override
  public void counts(int field, String name, long[] values) {
    name(name);
    out.write('[');
    for (long value : values) {
      comma();
      out.string(Long.toUnsignedString(value));
    }
    out.write(']');
  }

  @Override
  public void textValue(String value) {
    name("stringValue");
    out.string(value);
  }

  @Override
  public void boolValue(boolean value) {
    name("boolValue");
    out.text(Boolean.toString(value));
  }

  @Override
  public void intValue(long value) {
    name("intValue");
    out.string(Long.toString(value));
  }

  @Override
  public void doubleValue(double value) {
    decimal(0, "doubleValue", value);
  }

  @Override
  public Slice bytes() {
    ByteWriter whole = new ByteWriter(out.size() + 1);
    whole.write(out.array(), 0, out.size());
    whole.write('}');
    return new Slice(whole.array(), 0, whole.size());
  }

  private void name(String name) {
    comma();
    out.string(name).write(':');
  }

  private void comma() {
    byte last = out.array()[out.size() - 1];
    if (last != '{' && last != '[') {
      out.write(',');
    }
  }
}
