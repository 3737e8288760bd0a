package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.lake.Lake;
import jindu.lake.LakeLock;
import jindu.table.QuarantineTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files judged before they are delivered. */
class FileCheckTest {

  /** A repeat, a number that is none in a strange place, and a unit that is not in the register. */
  private static final String THREE_ROWS =
      SmallLake.INDUSTRY
          + SmallLake.industry(1)
          + SmallLake.industry(2).replace("410311002", "410399001").replace(",100,", ",许多,")
          + SmallLake.industry(3);

  @TempDir private Path folder;

  @Test
  void theVerdictIsTheNextNightsAndTheLakeIsNeitherTouchedNorLocked() throws Exception {
    SmallLake lake = SmallLake.in(folder.resolve("lake"));
    lake.deliver(
        "MLK/2020-04-01/a.csv", SmallLake.REGISTER + SmallLake.entry(1) + SmallLake.entry(2));
    lake.deliver("B204-1/2020-04-10/a.csv", SmallLake.INDUSTRY + SmallLake.industry(1));
    lake.judge(Optional.empty());
    Path file = file("B204-1/2020-04-12/b.csv", THREE_ROWS);

    CheckResult result;
    try (LakeLock held = Lake.toRead(lake.folder().toString()).take(Instant.EPOCH).orElseThrow()) {
      assertThat(held).isNotNull();
      List<String> before = listing(lake.folder());
      result = check(lake.folder(), Optional.empty(), Optional.empty(), file);
      assertThat(listing(lake.folder())).isEqualTo(before);
    }

    assertThat(result.withLake()).isTrue();
    assertThat(result.asOf()).isEqualTo("2020-04-12");
    lake.deliver("B204-1/2020-04-12/b.csv", THREE_ROWS);
    assertThat(result.files()).isEqualTo(lake.judge(Optional.empty()).changed());
    assertThat(result.files())
        .singleElement()
        .satisfies(
            account ->
                assertThat(List.of(account.rowsRead(), account.unchanged(), account.quarantined()))
                    .containsExactly(3L, 1L, 2L));
    assertThat(words(result, Problem::zh)).isEqualTo(words(lake, QuarantineTable.REASONS_ZH));
    assertThat(words(result, Problem::en)).isEqualTo(words(lake, QuarantineTable.REASONS_EN));
    assertThat(result.refused()).extracting(JudgedRow::number).containsExactly(3, 4);
  }

  @Test
  void aDayLooksAtTheLakeAsItWasKnownThen() throws Exception {
    SmallLake lake = SmallLake.in(folder.resolve("lake"));
    lake.deliver("MLK/2020-04-01/a.csv", SmallLake.REGISTER + SmallLake.entry(1));
    lake.deliver("B204-1/2020-04-10/a.csv", SmallLake.INDUSTRY + SmallLake.industry(1));
    lake.judge(Optional.empty());
    Path file = file("B204-1/2020-04-12/b.csv", SmallLake.INDUSTRY + SmallLake.industry(1));

    assertThat(check(lake.folder(), day("2020-04-09"), Optional.empty(), file).files().get(0))
        .satisfies(account -> assertThat(account.accepted()).isEqualTo(1))
        .satisfies(account -> assertThat(account.receivedDate()).isEqualTo("2020-04-09"));
    assertThat(
            check(lake.folder(), day("2020-03-31"), Optional.empty(), file)
                .refused()
                .get(0)
                .problems())
        .extracting(Problem::code)
        .contains("not-in-register");
  }

  @Test
  void anEarlierDayIsJudgedByTheCatalogThatWasInForceOnIt() throws Exception {
    SmallLake lake = SmallLake.in(folder.resolve("lake"));
    lake.deliver("CZ-1/2020-04-10/a.csv", SmallLake.BUDGET + "2020-03,410311002,增值税,5\n");
    lake.judge(Optional.empty());
    lake.changeReference("forms/B204-1.yaml", "registered: true", "registered: false");
    lake.judge(day("2020-04-20"));
    Path file = file("B204-1/2020-04-12/b.csv", SmallLake.INDUSTRY + SmallLake.industry(1));

    assertThat(
            check(lake.catalog(), lake.folder(), day("2020-04-19"), Optional.empty(), file)
                .refused())
        .hasSize(1);
    assertThat(
            check(lake.catalog(), lake.folder(), day("2020-04-20"), Optional.empty(), file)
                .refused())
        .isEmpty();
  }

  @Test
  void withoutReturnsOfALakeNoUnitIsRefusedForMissingInTheRegisterAndNothingIsMade()
      throws Exception {
    Path nowhere = folder.resolve("nowhere");
    CheckResult result =
        check(nowhere, Optional.empty(), Optional.empty(), file("B204-1/b.csv", THREE_ROWS));

    assertThat(result.withLake()).isFalse();
    assertThat(result.files().get(0).accepted()).isEqualTo(2);
    assertThat(result.refused())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.problems())
                    .extracting(Problem::code)
                    .containsExactlyInAnyOrder("unknown-township", "not-a-number"));
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void withoutReturnsOfALakeARepeatIsUnchangedAndAMistypedCheckCharacterIsAskedAbout()
      throws Exception {
    String mistyped = SmallLake.unit(2).substring(0, 17);
    char wrong = SmallLake.unit(2).endsWith("0") ? '1' : '0';
    CheckResult result =
        check(
            folder.resolve("nowhere"),
            Optional.empty(),
            Optional.empty(),
            file("B204-1/a.csv", SmallLake.INDUSTRY + SmallLake.industry(1)),
            file(
                "B204-1/报表 六月.csv",
                SmallLake.INDUSTRY
                    + SmallLake.industry(1)
                    + SmallLake.industry(2).replace(SmallLake.unit(2), mistyped + wrong)));

    assertThat(result.files())
        .extracting(FileAccount::accepted, FileAccount::unchanged, FileAccount::quarantined)
        .containsExactly(tuple(1L, 0L, 0L), tuple(1L, 1L, 0L));
    assertThat(result.flagged())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.problems())
                    .extracting(Problem::code)
                    .containsExactly("check-character"));
  }

  @Test
  void noMoreRowsAreListedThanAPersonReadsAndAllAreCounted() throws Exception {
    int more = JudgedRows.MOST_SHOWN + 1;
    StringBuilder text = new StringBuilder(SmallLake.INDUSTRY);
    for (int unit = 1; unit <= more; unit++) {
      text.append(SmallLake.industry(unit).replace("410311002", "410399001"));
    }
    for (int unit = 1; unit <= more; unit++) {
      text.append(SmallLake.industry(more + unit).replace(",90,80,70", ",9,80,70"));
    }

    CheckResult result =
        check(
            folder.resolve("nowhere"),
            Optional.empty(),
            Optional.empty(),
            file("B204-1/b.csv", text.toString()));

    assertThat(result.refusedInAll()).isEqualTo(more);
    assertThat(result.flaggedInAll()).isEqualTo(more);
    assertThat(result.refused())
        .extracting(JudgedRow::number)
        .isEqualTo(IntStream.range(2, 2 + JudgedRows.MOST_SHOWN).boxed().toList());
    assertThat(result.flagged())
        .extracting(JudgedRow::number)
        .isEqualTo(IntStream.range(2 + more, 2 + more + JudgedRows.MOST_SHOWN).boxed().toList());
  }

  @Test
  void aKnownFileIsJudgedAsOfTheLatestPublication() throws Exception {
    SmallLake lake = SmallLake.in(folder.resolve("lake"));
    String text = SmallLake.BUDGET + "2020-03,410311002,增值税,5\n";
    lake.deliver("CZ-1/2020-04-10/a.csv", text);
    lake.judge(day("2020-04-20"));
    lake.recordPublication(LocalDate.parse("2020-04-20"));

    CheckResult result =
        check(
            lake.folder(), Optional.empty(), Optional.empty(), file("CZ-1/2020-04-10/a.csv", text));

    assertThat(result.asOf()).isEqualTo("2020-04-20");
    assertThat(result.files())
        .extracting(FileAccount::receivedDate)
        .containsExactly(LocalDate.parse("2020-04-10"));
  }

  @Test
  void theFormIsTheOneNamedElseTheFoldersElseTheOneWhoseHeaderFits() throws Exception {
    Path file = file("desk/报表 六月.csv", SmallLake.INDUSTRY + SmallLake.industry(1));
    Path lake = folder.resolve("nowhere");

    assertThat(check(lake, Optional.empty(), Optional.of("CZ-1"), file).files())
        .extracting(FileAccount::path)
        .containsExactly("CZ-1/报表 六月.csv");
    assertThat(check(lake, Optional.empty(), Optional.empty(), file).files())
        .extracting(FileAccount::path)
        .containsExactly("B204-1/报表 六月.csv");
    assertThatThrownBy(
            () -> check(lake, Optional.empty(), Optional.empty(), file("desk/c.csv", "甲,乙\n1,2\n")))
        .isInstanceOfSatisfying(
            RunException.class,
            e -> assertThat(e.kind()).isEqualTo(RunException.Kind.NO_FORM_FITS));
    assertThat(check(lake, Optional.empty(), Optional.empty(), file("desk/d.pdf", "x")).refused())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.problems())
                    .extracting(Problem::code)
                    .containsExactly("unknown-file-type"));
  }

  @Test
  void filesThatWouldBeOneDeliveryAndUnfinishedNamesAreRefused() throws Exception {
    Path lake = folder.resolve("nowhere");
    Path one = file("one/B204-1/b.csv", THREE_ROWS);
    Path two = file("two/B204-1/b.csv", THREE_ROWS);

    assertThatThrownBy(() -> check(lake, Optional.empty(), Optional.empty(), one, two))
        .isInstanceOfSatisfying(
            RunException.class, e -> assertThat(e.kind()).isEqualTo(RunException.Kind.SAME_PATH));
    assertThatThrownBy(
            () ->
                check(
                    lake,
                    Optional.empty(),
                    Optional.empty(),
                    file("one/B204-1/_b.csv", THREE_ROWS)))
        .isInstanceOfSatisfying(
            RunException.class,
            e -> assertThat(e.kind()).isEqualTo(RunException.Kind.NOT_YET_DELIVERED));
  }

  private static CheckResult check(
      Path lake, Optional<LocalDate> asOf, Optional<String> form, Path... files) throws Exception {
    Catalog catalog = CatalogReader.read(Path.of("data-lake", "reference"));
    return check(catalog, lake, asOf, form, files);
  }

  private static CheckResult check(
      Catalog catalog, Path lake, Optional<LocalDate> asOf, Optional<String> form, Path... files)
      throws Exception {
    TestSession.get();
    return FileCheck.run(
        new CheckRequest(lake.toString(), null, catalog, asOf, form, Arrays.asList(files)),
        SampleLake.CLOCK);
  }

  private Path file(String path, String text) throws IOException {
    Path file = folder.resolve("offered").resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<List<String>> words(CheckResult result, Function<Problem, String> language) {
    return result.refused().stream()
        .map(row -> row.problems().stream().map(language).toList())
        .toList();
  }

  private static List<List<String>> words(SmallLake lake, String column) {
    return lake
        .rows(QuarantineTable.DEFINITION)
        .orderBy(QuarantineTable.ROW_NUMBER)
        .collectAsList()
        .stream()
        .map((Row row) -> row.<String>getList(row.fieldIndex(column)))
        .toList();
  }

  /** Every file and folder, with size and time of change. */
  private static List<String> listing(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .sorted()
          .map(
              file -> {
                try {
                  return "%s %s %d"
                      .formatted(file, Files.getLastModifiedTime(file), Files.size(file));
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .toList();
    }
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.of(LocalDate.parse(text));
  }
}
