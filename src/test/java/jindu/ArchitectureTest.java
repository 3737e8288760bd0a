package jindu;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows of the house: imports go one way. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("jindu");

  @ParameterizedTest
  @CsvSource({
    "core, ''",
    "catalog, core",
    "table, core",
    "ingest, table catalog core",
    "check, table catalog core",
    "aggregate, table catalog core",
    "assess, table catalog core",
    "protect, table catalog core",
    "publish, table catalog core",
    "lake, table core",
    "sample, catalog core",
    "run, ingest check aggregate assess protect publish lake table catalog core",
    "benchmark, run sample table catalog core",
    "cli, benchmark run sample table catalog core"
  })
  void importsOnlyTheRoomsBelowIt(String room, String below) {
    String[] allowed =
        Arrays.stream((below + " " + room).trim().split(" ", -1))
            .map(name -> "jindu." + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("jindu." + room + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("jindu..").and(not(resideInAnyPackage(allowed))))
        .because("a stage that knows another cannot be tested or replaced without it")
        .check(HOUSE);
  }

  @Test
  void coreNeedsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("jindu.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("jindu.core..", "java..")
        .because("the scalar rules must be testable in a second and readable without Spark")
        .check(HOUSE);
  }

  @Test
  void onlyTheLakeKnowsDelta() {
    noClasses()
        .that()
        .resideOutsideOfPackage("jindu.lake..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.delta..")
        .because("lake is the only door to storage")
        .check(HOUSE);
  }

  @Test
  void pureStagesHaveNoClockAndNoFiles() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "jindu.check..", "jindu.aggregate..", "jindu.assess..", "jindu.protect..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.(io\\.File.*|nio\\.file\\..*|time\\.(Clock|Instant))")
        .because("what a stage says depends on its Datasets alone")
        .check(HOUSE);
  }

  @Test
  void onlyMainEndsTheProgram() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("jindu.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .because("an exit in the middle leaves a batch without its last ledger row")
        .check(HOUSE);
  }

  @Test
  void namesSayTheJob() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Common|Misc)")
        .because("a class that can hold anything will")
        .check(HOUSE);
  }
}
