package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the functions that a selection means. */
public final class Selector {
  private final Cloud cloud;
  private final List<String> regions;

  /**
   * Looks in some regions.
   *
   * @param regions those where functions are that are not named by a whole ARN
   */
  public Selector(Cloud cloud, List<String> regions) {
    this.cloud = cloud;
    this.regions = List.copyOf(regions);
  }

  /** The functions, each once; whether one that is named is there is not looked at. */
  public List<Target> select(Selection selection) {
    Set<Target> targets = new LinkedHashSet<>();
    for (String function : selection.functions()) {
      if (!Selection.isGlob(function)) {
        named(FunctionName.parse(function), selection).ifPresent(targets::add);
      }
    }
    List<Predicate<String>> globs =
        selection.functions().stream().filter(Selection::isGlob).map(Selection::glob).toList();
    if (!globs.isEmpty() || selection.isSearch()) {
      Predicate<String> wanted =
          globs.stream().reduce(Predicate::or).orElse(name -> true).and(selection.byRegex());
      for (String region : searched()) {
        search(region, selection, wanted).forEach(targets::add);
      }
    }
    return List.copyOf(targets);
  }

  private Optional<Target> named(FunctionName name, Selection selection) {
    if (selection.excludes(name.name())) {
      return Optional.empty();
    }
    if (name.region().isPresent()) {
      return Optional.of(new Target(name.text(), List.of(name.region().get())));
    }
    if (regions.isEmpty()) {
      throw AwsOptions.noRegion("Nobody says in which region " + name.text() + " is");
    }
    return Optional.of(new Target(name.text(), regions));
  }

  private List<String> searched() {
    if (regions.isEmpty()) {
      throw AwsOptions.noRegion("Nobody says in which region to look for functions");
    }
    return regions;
  }

  private List<Target> search(String region, Selection selection, Predicate<String> wanted) {
    Set<String> names = found(region, selection);
    return names.stream()
        .filter(wanted)
        .filter(name -> !selection.excludes(name))
        .sorted()
        .map(name -> new Target(name, List.of(region)))
        .toList();
  }

  private Set<String> found(String region, Selection selection) {
    List<Set<String>> found = new ArrayList<>();
    if (!selection.tags().isEmpty()) {
      found.add(byTags(region, selection.tags()));
    }
    if (!selection.stacks().isEmpty()) {
      Set<String> members = new LinkedHashSet<>();
      selection.stacks().forEach(stack -> addMembers(region, stack, members));
      found.add(members);
    }
    if (found.isEmpty()) {
      return all(region);
    }
    Set<String> names = new LinkedHashSet<>(found.get(0));
    found.forEach(names::retainAll);
    return names;
  }

  private Set<String> all(String region) {
    Set<String> names = new LinkedHashSet<>();
    Service lambda = cloud.service(ServiceName.LAMBDA, region);
    for (JsonNode it : Paging.MARKER.all(lambda, "ListFunctions", Map.of(), "Functions")) {
      names.add(it.path("FunctionName").asText());
    }
    return names;
  }

  private Set<String> byTags(String region, Map<String, String> tags) {
    List<Map<String, Object>> filters = new ArrayList<>();
    tags.forEach((key, value) -> filters.add(Map.of("Key", key, "Values", List.of(value))));
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("ResourceTypeFilters", List.of("lambda:function"));
    input.put("TagFilters", filters);
    Service tagging = cloud.service(ServiceName.TAGGING, region);
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode it :
        Paging.PAGINATION_TOKEN.all(tagging, "GetResources", input, "ResourceTagMappingList")) {
      names.add(FunctionName.parse(it.path("ResourceARN").asText()).name());
    }
    return names;
  }

  private void addMembers(String region, String stack, Set<String> names) {
    for (JsonNode it : members(region, stack)) {
      String id = it.path("PhysicalResourceId").asText("");
      switch (it.path("ResourceType").asText()) {
        case "AWS::Lambda::Function" -> names.add(id);
        case "AWS::CloudFormation::Stack" -> addMembers(region, id, names);
        default -> {}
      }
    }
  }

  private List<JsonNode> members(String region, String stack) {
    Service stacks = cloud.service(ServiceName.CLOUDFORMATION, region);
    try {
      return Paging.NEXT_TOKEN.all(
          stacks, "ListStackResources", Map.of("StackName", stack), "StackResourceSummaries");
    } catch (AwsFailure e) {
      if (e.message().contains("does not exist")) {
        throw Problem.failed(
                "stack-missing",
                "There is no stack " + stack + " in " + region,
                "Look at its name, the region and the account that the credentials belong to")
            .because(e);
      }
      throw e;
    }
  }
}
