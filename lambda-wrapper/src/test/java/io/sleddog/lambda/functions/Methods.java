package io.sleddog.lambda.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Handlers that are methods. */
public class Methods {
  public String nothing() {
    return "nothing";
  }

  public String text(String event) {
    return event;
  }

  public String textAndContext(String event, Context context) {
    return event + context.getFunctionName();
  }

  public String contextOnly(Context context) {
    return context.getFunctionName();
  }

  public void noResult(Map<String, String> event) {}

  public static List<Integer> isStatic(List<Integer> event) {
    return List.copyOf(event);
  }

  public int primitive(int event) {
    return event + 1;
  }

  public Map<String, Shapes.Order> generic(Map<String, Shapes.Order> event) {
    event.get("one").setCups(7);
    return event;
  }

  public void in(InputStream event) throws IOException {
    event.readAllBytes();
  }

  public void out(OutputStream response) throws IOException {
    response.write("\"out\"".getBytes(UTF_8));
  }

  public String inWithResult(InputStream event) {
    return "ignored";
  }

  public void inAndContext(InputStream event, Context context) {}

  public void outAndContext(OutputStream response, Context context) throws IOException {
    response.write(("\"" + context.getFunctionName() + "\"").getBytes(UTF_8));
  }

  public void inAndOut(InputStream event, OutputStream response) throws IOException {
    event.transferTo(response);
  }

  public void allThree(InputStream event, OutputStream response, Context context)
      throws IOException {
    event.transferTo(response);
  }

  /** A subclass of a stream is an object. */
  public String exactType(ByteArrayInputStream event) {
    return "never";
  }

  public String overloaded(String event) {
    return "one";
  }

  public String overloaded(String event, Context context) {
    return "two with context";
  }

  public String overloaded(String event, String other) {
    return "refused";
  }

  public String overloaded(String one, String two, String three) {
    return "refused";
  }

  public String overloaded(String one, String two, String three, Context context) {
    return "too many";
  }

  public String refusedOnly(Context context, String event) {
    return "refused";
  }

  public String refusedOnly(OutputStream response, String event) {
    return "refused";
  }

  public String refusedOnly(InputStream event, Map<String, String> other) {
    return "refused";
  }

  public String throwsUnchecked(String event) {
    throw new IllegalStateException("unchecked", new IOException("the cause"));
  }

  public String throwsChecked(String event) throws IOException {
    throw new IOException("checked");
  }

  public void streamThrows(InputStream event, OutputStream response) throws IOException {
    throw new IOException("in a stream");
  }

  String hidden(String event) {
    return "not public";
  }
}
