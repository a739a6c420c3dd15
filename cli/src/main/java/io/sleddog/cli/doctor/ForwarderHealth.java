package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.screen.Style;
import io.sleddog.cli.subject.Activity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the doctor says of a forwarder by itself. */
public final class ForwarderHealth {
  private final ForwarderFacts facts;
  private final Findings findings;

  private ForwarderHealth(ForwarderFacts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  /**
   * Examines a forwarder.
   *
   * @param since how far back its log and its counts are looked at
   */
  public static ForwarderHealth of(
      Cloud cloud, String arn, String region, Instant since, Instant now) {
    ForwarderReader reader = new ForwarderReader(cloud, new LineReader(cloud, since), now);
    Checkup checkup = new Checkup(cloud, reader, Optional.of(arn), Optional.empty());
    Findings findings = new Findings(arn);
    ForwarderFacts facts = checkup.facts(arn, region);
    checkup.examine(facts, region, findings);
    return new ForwarderHealth(facts, findings);
  }

  private List<Diagnosis> found() {
    return findings.all().stream().filter(it -> it.verdict().isFinding()).toList();
  }

  /** Whether something should be done. */
  public boolean hasFindings() {
    return !found().isEmpty();
  }

  /** What should be done something about, for programs. */
  public ArrayNode json() {
    ArrayNode list = Json.array();
    found().forEach(it -> list.add(DoctorReport.json(it)));
    return list;
  }

  /** What should be done something about, for people. */
  public List<String> lines(Style style) {
    return found().stream().flatMap(it -> DoctorReport.lines(it, style).stream()).toList();
  }

  /** How often it ran, if that may be known. */
  public Optional<Activity> activity() {
    return facts.doings().activity();
  }

  /** The lines of its log that tell of errors, the last ones. */
  public List<String> errors(int most) {
    List<String> errors =
        facts.doings().lines().stream()
            .map(String::strip)
            .filter(it -> it.matches("(?is).*(\\berror\\b|exception|timed out|not_delivered).*"))
            .toList();
    return errors.subList(Math.max(0, errors.size() - most), errors.size());
  }
}
