package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.protect.pattern.GridCell;
import jindu.protect.pattern.Pattern;
import jindu.protect.pattern.ShownFigure;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

/** What an operator is told of the ledger: the batches, and what they withheld. */
class LedgerReadingTest {

  private static final LocalDate MAY = LocalDate.of(2021, 5, 10);
  private static final LocalDate JUNE = LocalDate.of(2021, 6, 10);

  private final List<Row> entries = new ArrayList<>();
  private Instant now = Instant.parse("2021-05-10T14:00:00Z");

  @Test
  void theLatestPatternOfEachBlockCountsAndWhoChoseItIsTold() {
    batch("B000001", MAY, Ledger.STARTED, null);
    pattern("B000001", 2020, 3, 1500);
    pattern("B000001", 2021, 4, 2500);
    batch("B000001", MAY, Ledger.DONE, "PUBLISHED");
    batch("B000002", JUNE, Ledger.STARTED, null);
    pattern("B000002", 2021, 5, 700);
    batch("B000002", JUNE, Ledger.DONE, "PUBLISHED");

    ProtectionAudit audit = ProtectionAudit.of(entries).orElseThrow();

    assertThat(audit.batch()).isEqualTo("B000002");
    assertThat(audit.asOf()).isEqualTo(JUNE);
    assertThat(audit.blocks())
        .extracting(
            ProtectionAudit.Block::year,
            ProtectionAudit.Block::sensitive,
            ProtectionAudit.Block::beyond,
            ProtectionAudit.Block::batch)
        .containsExactly(tuple(2020, 1, 2, "B000001"), tuple(2021, 1, 4, "B000002"));
    assertThat(ProtectionAudit.seconds(audit.blocks())).isEqualByComparingTo("2.2");
    assertThat(audit.ofLastBatch())
        .singleElement()
        .satisfies(
            block -> assertThat(block.seconds()).isEqualByComparingTo(new BigDecimal("0.7")));
  }

  /** Of the batch whose publication is the last; of one that died nothing was published. */
  @Test
  void changesOfFewAreThoseOfTheLastFinishedBatch() {
    ChangesOfFew before = new ChangesOfFew("sales", 2020, List.of(cell("410311", 1)));
    ChangesOfFew later =
        new ChangesOfFew("sales", 2020, List.of(cell("410311", 2), cell("410311002", 1)));
    ChangesOfFew first = new ChangesOfFew("retail_sales", 2020, List.of(cell("410311", 2)));
    batch("B000001", MAY, Ledger.STARTED, null);
    add("B000001", LedgerEntry.changesOfFew(before));
    batch("B000001", MAY, Ledger.DONE, "PUBLISHED");
    batch("B000002", JUNE, Ledger.STARTED, null);
    add("B000002", LedgerEntry.changesOfFew(later));
    add("B000002", LedgerEntry.changesOfFew(first));
    batch("B000002", JUNE, Ledger.DONE, "PUBLISHED");
    batch("B000003", JUNE, Ledger.STARTED, null);
    add("B000003", LedgerEntry.changesOfFew(before));

    assertThat(ProtectionAudit.of(entries).orElseThrow().changes()).containsExactly(first, later);
  }

  private static ChangesOfFew.Cell cell(String place, long respondents) {
    return new ChangesOfFew.Cell(place, "ALL", 1, respondents);
  }

  @Test
  void beforeTheFirstFinishedBatchThereIsNothingToTell() {
    batch("B000001", MAY, Ledger.STARTED, null);
    assertThat(ProtectionAudit.of(entries)).isEmpty();
    assertThat(BatchLog.of(List.of())).isEmpty();
  }

  @Test
  void aBatchStandsOnceWithItsEndAndItsPublications() {
    batch("B000001", MAY, Ledger.STARTED, null);
    batch("B000001", MAY, Ledger.DONE, "PUBLISHED");
    add("B000001", LedgerEntry.publication("2021-05-10-01", MAY));
    add("B000001", LedgerEntry.switchedBack("2021-04-10-01", Ledger.STARTED, "wrong"));
    add("B000001", LedgerEntry.switchedBack("2021-04-10-01", Ledger.DONE, "wrong"));
    batch("B000002", JUNE, Ledger.STARTED, null);
    add("B000002", LedgerEntry.removal("2020-01-01-01", "old"));
    add("B000002", LedgerEntry.maintenance("returns", 7, "12 files, 9000 bytes before"));

    List<BatchLog.Batch> batches = BatchLog.of(entries);

    assertThat(batches).extracting(BatchLog.Batch::id).containsExactly("B000001", "B000002");
    assertThat(batches.get(0).state()).isEqualTo(Ledger.DONE);
    assertThat(batches.get(0).started()).isEqualTo("2021-05-10T22:01:00");
    assertThat(batches.get(0).events())
        .containsExactly(
            new BatchLog.Event(Ledger.PUBLICATION, "2021-05-10-01", null),
            new BatchLog.Event(Ledger.SWITCH, "2021-04-10-01", "wrong"));
    assertThat(batches.get(1).state()).isEqualTo(Ledger.STARTED);
    assertThat(batches.get(1).seconds()).isNull();
    assertThat(batches.get(1).events())
        .containsExactly(
            new BatchLog.Event(Ledger.REMOVAL, "2020-01-01-01", "old"),
            new BatchLog.Event(Ledger.MAINTENANCE, "returns", "12 files, 9000 bytes before"));
  }

  @Test
  void aPatternIsReadAsItWasTold() {
    Pattern pattern = pattern("retail_sales", 2021, 3);

    assertThat(PatternText.parse(PatternText.of(pattern))).isEqualTo(pattern);
  }

  private void pattern(String batch, int year, int withheld, int milliseconds) {
    Pattern pattern = pattern("retail_sales", year, withheld);
    add(
        batch,
        LedgerEntry.pattern(pattern, PatternText.of(pattern), Duration.ofMillis(milliseconds)));
  }

  private void batch(String id, LocalDate asOf, String state, String detail) {
    Duration took = state.equals(Ledger.STARTED) ? null : Duration.ofSeconds(5);
    add(id, LedgerEntry.batch(state, asOf, took, detail));
  }

  private void add(String batch, LedgerEntry entry) {
    now = now.plusSeconds(60);
    Row row = entry.row(batch, now.getEpochSecond(), Timestamp.from(now));
    Object[] values = new Object[row.size()];
    for (int column = 0; column < values.length; column++) {
      values[column] = row.get(column);
    }
    entries.add(new GenericRowWithSchema(values, LedgerTable.DEFINITION.schema()));
  }

  private static Pattern pattern(String indicator, int year, int withheld) {
    TreeMap<GridCell, Pattern.Reason> cells = new TreeMap<>();
    cells.put(new GridCell("410311002", "C"), Pattern.Reason.SENSITIVE);
    return new Pattern(
        indicator,
        year,
        "print",
        cells,
        new TreeMap<>(
            Map.of(
                new ShownFigure(new GridCell("410311002", "C"), 3, "value_ytd"),
                new BigDecimal("12.3400"))),
        Pattern.Extent.CHOSEN,
        new Pattern.Counts(20, 1, withheld, 2, 1.5));
  }
}
