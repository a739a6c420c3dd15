package io.sleddog.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The structure that every module keeps, checked on its compiled classes.
 *
 * <p>A module's {@code ArchitectureTest} extends this class, names its root package, the packages
 * below it from left to right, and the few classes that touch environment and standard streams.
 * Each test then lists every place that breaks the rule.
 */
public abstract class ArchitectureContract {
  private static final Pattern EMPTY_WORDS =
      Pattern.compile(".*(Manager|Helper|Utils?|Impl|Data|Info)|Abstract[A-Z].*");

  private final String root;
  private final List<String> order;
  private final JavaClasses classes;

  /**
   * Reads the classes of one module.
   *
   * @param root the module's root package; it is last in the order and may import all others
   * @param leftToRight the packages below it, without the root's name, in the order of the law
   */
  protected ArchitectureContract(String root, String... leftToRight) {
    this.root = root;
    this.order = List.of(leftToRight);
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            .importPackages(root);
  }

  /** The classes (full names) that may read the environment; none unless overridden. */
  protected Set<String> environmentReaders() {
    return Set.of();
  }

  /** The classes (full names) that may use the standard streams; none unless overridden. */
  protected Set<String> streamWriters() {
    return Set.of();
  }

  @Test
  void packages_importOnlyToTheLeft() {
    check(ArchRuleDefinition.classes().should(importOnlyToTheLeft()));
  }

  @Test
  void environment_isReadInOneClass() {
    check(
        ArchRuleDefinition.noClasses()
            .that(areNot(environmentReaders()))
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class));
  }

  @Test
  void standardStreams_areUsedInOneClass() {
    check(
        ArchRuleDefinition.noClasses()
            .that(areNot(streamWriters()))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void staticFields_areFinal() {
    check(ArchRuleDefinition.fields().that(areWrittenStatics()).should().beFinal());
  }

  @Test
  void typeNames_sayWhatTheyAre() {
    check(ArchRuleDefinition.noClasses().should(haveAnEmptyWordForAName()));
  }

  private void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(classes);
  }

  private ArchCondition<JavaClass> importOnlyToTheLeft() {
    return new ArchCondition<>("import only packages to their left in " + order) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (isOurs(target) && position(target) > position(item)) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> haveAnEmptyWordForAName() {
    return new ArchCondition<>("have a name that says nothing") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean empty = EMPTY_WORDS.matcher(item.getSimpleName()).matches();
        events.add(new SimpleConditionEvent(item, empty, item.getFullName()));
      }
    };
  }

  private boolean isOurs(JavaClass candidate) {
    String name = candidate.getPackageName();
    return name.equals(root) || name.startsWith(root + ".");
  }

  private int position(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(root)) {
      return order.size();
    }
    int position = order.indexOf(name.substring(root.length() + 1));
    if (position < 0) {
      throw new AssertionError("Package " + name + " is missing in the order of " + root);
    }
    return position;
  }

  private static DescribedPredicate<JavaClass> areNot(Set<String> names) {
    return DescribedPredicate.describe(
        "are not " + names, type -> !names.contains(type.getFullName()));
  }

  private static DescribedPredicate<JavaField> areWrittenStatics() {
    return DescribedPredicate.describe(
        "are static and written by hand",
        field ->
            field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getName().startsWith("$"));
  }
}
