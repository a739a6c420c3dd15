package io.sleddog.cli.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.json.MalformedJson;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.work.Job;
import io.sleddog.plan.calls.ApiCall;
import io.sleddog.plan.change.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan that is kept in a file: the calls as they are to be made, and the revision of each
 * function that they were planned for.
 */
final class PlanFile {
  private static final int SCHEMA = 1;

  private final List<Entry> entries;

  /**
   * Creates it.
   *
   * @param entries the functions
   */
  PlanFile(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  List<Entry> entries() {
    return entries;
  }

  /**
   * One function.
   *
   * @param job what is to be done
   * @param revision the function's revision when that was planned
   */
  record Entry(Job job, String revision) {}

  /** Writes the file; only its owner may read it, since variables may be secret. */
  void write(Path file) {
    ObjectNode root = Json.object().put("schema", SCHEMA);
    ArrayNode functions = root.putArray("functions");
    entries.forEach(it -> functions.add(json(it)));
    try {
      Files.deleteIfExists(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, Json.pretty(root) + "\n");
    } catch (IOException e) {
      throw Problem.usage(
              "plan-unwritable", "The plan cannot be written to " + file, "Give another file")
          .because(e);
    }
  }

  private static JsonNode json(Entry entry) {
    Job job = entry.job();
    ObjectNode json =
        Json.object()
            .put("function", job.subject())
            .put("region", job.region())
            .put("title", job.title())
            .put("revisionId", entry.revision());
    ArrayNode plan = json.putArray("plan");
    for (ApiCall it : job.calls()) {
      ObjectNode call = plan.addObject().put("call", it.call());
      call.set("input", Json.tree(it.input()));
      call.put("reason", it.reason());
    }
    return json;
  }

  /**
   * Reads such a file.
   *
   * @throws Problem if it is none
   */
  static PlanFile read(Path file) {
    try {
      JsonNode root = Json.parse(Files.readString(file));
      if (root.path("schema").asInt() != SCHEMA || !root.path("functions").isArray()) {
        throw unusable(file, "it was not written by --plan-out of this version");
      }
      List<Entry> entries = new ArrayList<>();
      root.path("functions").forEach(it -> entries.add(entry(it)));
      return new PlanFile(entries);
    } catch (MalformedJson e) {
      throw unusable(file, String.valueOf(e.getMessage())).because(e);
    } catch (IOException e) {
      throw unusable(file, "it cannot be read").because(e);
    }
  }

  private static Problem unusable(Path file, String why) {
    return Problem.usage(
        "plan-unusable", "The plan " + file + ": " + why, "Write one with --plan-out FILE");
  }

  private static Entry entry(JsonNode json) {
    String subject = json.path("function").asText();
    List<ApiCall> calls = new ArrayList<>();
    for (JsonNode it : json.path("plan")) {
      Map<String, Object> input = new LinkedHashMap<>();
      it.path("input")
          .properties()
          .forEach(member -> input.put(member.getKey(), Json.plain(member.getValue())));
      calls.add(new ApiCall(it.path("call").asText(), input, it.path("reason").asText()));
    }
    Plan plan = new Plan(subject, List.of(), List.of(), List.of());
    Job job =
        new Job(subject, json.path("region").asText(), json.path("title").asText(), plan, calls);
    return new Entry(job, json.path("revisionId").asText());
  }
}
